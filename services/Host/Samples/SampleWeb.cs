using Microsoft.Extensions.FileProviders;

namespace Dateline.Host.Samples;

/// <summary>
/// Serves the bundled sites on a loopback port of their own, by host name, so that the fetcher gets them as it gets any site. The
/// names end in .example, which nobody can own.
/// </summary>
internal sealed class SampleWeb : IAsyncDisposable
{
    private readonly WebApplication app;

    private SampleWeb(WebApplication app) => this.app = app;

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "samples", "web");

    public static IEnumerable<string> Hosts => Directory.EnumerateDirectories(Folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    /// <summary>What lets the fetcher find the sites: names to an address, and no pause between requests to ourselves.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings
    {
        get
        {
            var endpoint = new Uri(app.Urls.First()).Authority;
            foreach (var host in Hosts)
            {
                yield return new($"Fetcher:Http:Pins:{host}", endpoint);
                yield return new($"Fetcher:Politeness:Hosts:{host}", "00:00:00");
            }
        }
    }

    public static async Task<SampleWeb> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        foreach (var host in Hosts)
            app.UseWhen(context => context.Request.Host.Host == host, site => site.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(Path.Combine(Folder, host)),
                DefaultContentType = "text/html; charset=utf-8",
                ServeUnknownFileTypes = true,
            }));
        await app.StartAsync(cancellationToken);
        return new SampleWeb(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
