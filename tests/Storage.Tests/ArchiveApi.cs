using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Hosting;
using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Storage.Tests;

/// <summary>An empty archive that answers over REST.</summary>
internal sealed class ArchiveApi : IAsyncDisposable
{
    private readonly ScratchFolder folder;
    private readonly RestHost host;

    private ArchiveApi(RestHost host, ScratchFolder folder) => (this.host, this.folder) = (host, folder);

    public HttpClient Http => host.Http;

    public static async Task<ArchiveApi> StartAsync(DatabaseKind kind, PostgresFixture postgres, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var folder = new ScratchFolder("archive-rest");
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["DataFolder"] = folder.Path,
            ["ConnectionStrings:Postgres"] = kind == DatabaseKind.Postgres ? await postgres.CreateDatabaseAsync() : null,
        };
        return new ArchiveApi(await RestHost.StartAsync(all, Add, Map), folder);

        static void Add(WebApplicationBuilder builder)
        {
            builder.AddServiceDefaults("dateline-storage");
            builder.AddStorage();
        }

        static void Map(WebApplication app)
        {
            app.UseServiceDefaults();
            app.MapStorage();
        }
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public Task<IReadOnlyList<StoredArticle>> StoreAsync(params IEnumerable<ArticleEnriched> messages) =>
        Get<ArchiveWriter>().StoreAsync([.. messages.Select(Archive.Incoming)], CancellationToken.None);

    public Task<JsonElement> ReadAsync(string address) => Http.GetFromJsonAsync<JsonElement>(address);

    public async Task<JsonElement> SendAsync(HttpMethod method, string address, object? body, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
