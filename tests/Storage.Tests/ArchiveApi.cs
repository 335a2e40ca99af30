using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Hosting;
using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Storage.Tests;

/// <summary>An empty archive that answers over REST.</summary>
internal sealed class ArchiveApi : IAsyncDisposable
{
    private readonly ScratchFolder folder = new("archive-rest");
    private readonly WebApplication app;

    private ArchiveApi(string? postgres, IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(settings)
        {
            ["DataFolder"] = folder.Path,
            ["ConnectionStrings:Postgres"] = postgres,
        });
        builder.AddServiceDefaults("dateline-storage");
        builder.AddStorage();
        app = builder.Build();
        app.UseRouting();
        app.UseServiceDefaults();
        app.MapStorage();
    }

    public HttpClient Http { get; } = new();

    public static async Task<ArchiveApi> StartAsync(DatabaseKind kind, PostgresFixture postgres, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var api = new ArchiveApi(kind == DatabaseKind.Postgres ? await postgres.CreateDatabaseAsync() : null, settings ?? new Dictionary<string, string?>());
        await api.app.StartAsync();
        api.Http.BaseAddress = new Uri(api.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return api;
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

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
        Http.Dispose();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
