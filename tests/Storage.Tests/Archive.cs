using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Query.Syntax;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Dateline.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Storage.Tests;

/// <summary>An empty archive on a database of its own.</summary>
internal sealed class Archive : IAsyncDisposable
{
    private readonly ScratchFolder folder = new("archive");
    private readonly IHost host;

    private Archive(string? postgres)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DataFolder"] = folder.Path,
            ["ConnectionStrings:Postgres"] = postgres,
        });
        builder.Services.AddLogging();
        builder.AddStorage();
        host = builder.Build();
    }

    public static async Task<Archive> CreateAsync(DatabaseKind kind, PostgresFixture postgres)
    {
        var archive = await CreateEmptyAsync(kind, postgres);
        await archive.MigrateAsync();
        return archive;
    }

    /// <summary>On a database without a table.</summary>
    public static async Task<Archive> CreateEmptyAsync(DatabaseKind kind, PostgresFixture postgres) =>
        new(kind == DatabaseKind.Postgres ? await postgres.CreateDatabaseAsync() : null);

    public Task MigrateAsync() => host.Services.GetServices<IHostedService>().OfType<DatabaseMigration<ArchiveDb>>().Single().MigrateAsync(CancellationToken.None);

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>One batch, in this order.</summary>
    public Task<IReadOnlyList<StoredArticle>> StoreAsync(params IEnumerable<ArticleEnriched> messages) =>
        Get<ArchiveWriter>().StoreAsync([.. messages.Select(Incoming)], CancellationToken.None);

    public async Task<StoredArticle> StoreOneAsync(ArticleEnriched message) => (await StoreAsync(message))[0];

    public static IncomingArticle Incoming(ArticleEnriched message) =>
        IncomingArticle.From(message, "0af7651916cd43dd8448eb211c80319c", message.Document.FetchedAt.AddMinutes(1));

    public Task<ArticlePage> SearchAsync(
        string query = "", ArticleSort sort = ArticleSort.Newest, int limit = 50, string? cursor = null, CopyHandling collapse = CopyHandling.None) =>
        SearchAsync(new ArticleSearchRequest
        {
            Q = query,
            Sort = sort.ToString(),
            Limit = limit.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Cursor = cursor,
            Collapse = collapse.ToString(),
        });

    public async Task<ArticlePage> SearchAsync(ArticleSearchRequest request)
    {
        var (criteria, problem) = CriteriaReader.Read(request);
        problem.ShouldBeNull();
        return await Get<ArticleSearch>().FindAsync(criteria!, request.Q ?? "", CancellationToken.None);
    }

    public Task<T> ReadAsync<T>(Func<ArchiveDb, CancellationToken, Task<T>> read) => Get<Database<ArchiveDb>>().ReadAsync(read, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
