using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Testing;

/// <summary>A single service that answers over REST at an address of its own, with nothing in it but what the test adds.</summary>
public sealed class RestHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private RestHost(WebApplication app) => this.app = app;

    public HttpClient Http { get; } = new();

    public IServiceProvider Services => app.Services;

    /// <param name="settings">The service's configuration; nothing else is read.</param>
    /// <param name="add">Adds the service.</param>
    /// <param name="map">Maps its routes.</param>
    public static async Task<RestHost> StartAsync(IReadOnlyDictionary<string, string?> settings, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Configuration.AddInMemoryCollection(settings);
        add(builder);
        var host = new RestHost(builder.Build());
        host.app.UseRouting();
        map(host.app);
        await host.app.StartAsync();
        host.Http.BaseAddress = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
