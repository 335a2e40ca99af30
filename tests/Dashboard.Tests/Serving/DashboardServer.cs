using Dateline.Hosting;
using Dateline.Hosting.Access;
using Dateline.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dateline.Dashboard.Tests.Serving;

/// <summary>The dashboard as a role of its own, over real HTTP.</summary>
public sealed class DashboardServer : IAsyncDisposable
{
    /// <summary>The key the services share in these tests.</summary>
    public const string ServiceKey = "a-key-that-services-share-0123456789";

    private readonly WebApplication app;
    private readonly ScratchFolder folder;

    private DashboardServer(WebApplication app, ScratchFolder folder, Uri address)
    {
        this.app = app;
        this.folder = folder;
        Address = address;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    /// <summary>Keeps cookies and follows no redirect.</summary>
    public HttpClient Http { get; }

    public static async Task<DashboardServer> StartAsync(Upstream upstream)
    {
        var folder = new ScratchFolder("dashboard");
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Dateline.Dashboard",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DataFolder"] = folder.Path,
            ["Dashboard:Fetcher"] = upstream.Address.ToString(),
            ["Dashboard:Storage"] = upstream.Address.ToString(),
            ["Access:ServiceKey"] = ServiceKey,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(address.ToString());
        builder.AddServiceDefaults("dateline-dashboard");
        builder.AddDashboard();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapDashboard();
        await app.StartAsync();
        return new DashboardServer(app, folder, address);
    }

    public Task<string> CreateKeyAsync(string scope) =>
        app.Services.GetRequiredService<ApiKeyStore>().CreateAsync("tester", scope, null, TestContext.Current.CancellationToken);

    /// <summary>A request as it comes through a proxy that speaks for strangers: not trusted without a key.</summary>
    public static HttpRequestMessage FromOutside(HttpMethod method, string path) =>
        new(method, path) { Headers = { { "X-Forwarded-For", "203.0.113.9" }, { "Accept", "text/html" } } };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        folder.Dispose();
    }
}
