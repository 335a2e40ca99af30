using Dateline.Hosting;
using Dateline.Messaging;
using Dateline.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Fetcher.Tests.Documentation;

/// <summary>An empty fetcher that answers over REST.</summary>
public sealed class IntakeApi : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new("intake-rest");
    private readonly WebApplication _app;

    public IntakeApi()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DataFolder"] = _folder.Path });
        builder.AddServiceDefaults("dateline-fetcher");
        builder.AddFetcher();
        builder.AddMessaging(FetcherModule.AddConsumers);
        _app = builder.Build();
        _app.UseRouting();
        _app.UseServiceDefaults();
        _app.MapFetcher();
    }

    public HttpClient Http { get; } = new();

    public IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        Http.BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
