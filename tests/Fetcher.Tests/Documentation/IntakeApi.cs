using Dateline.Hosting;
using Dateline.Messaging;
using Dateline.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace Dateline.Fetcher.Tests.Documentation;

/// <summary>An empty fetcher that answers over REST.</summary>
public sealed class IntakeApi : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new("intake-rest");
    private RestHost _host = null!;

    public HttpClient Http => _host.Http;

    public IServiceProvider Services => _host.Services;

    public async ValueTask InitializeAsync() => _host = await RestHost.StartAsync(new Dictionary<string, string?> { ["DataFolder"] = _folder.Path }, Add, Map);

    private static void Add(WebApplicationBuilder builder)
    {
        builder.AddServiceDefaults("dateline-fetcher");
        builder.AddFetcher();
        builder.AddMessaging(FetcherModule.AddConsumers);
    }

    private static void Map(WebApplication app)
    {
        app.UseServiceDefaults();
        app.MapFetcher();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
