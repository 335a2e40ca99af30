using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Browser.Tests.Serving;
using Dateline.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Site))]

namespace Dateline.Browser.Tests.Serving;

/// <summary>The real executable with all its roles and some documents, and a browser to look at it.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string BudgetUrl = "https://valley-courier.example/2026/05/council-budget";

    public const string FerryUrl = "https://skarholm-gazette.example/news/solveig";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ScratchFolder folder = new("browser");
    private readonly HttpClient http;
    private DatelineProcess process = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public Site()
    {
        Address = new Uri($"http://localhost:{FreePort.Next()}/");
        http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    /// <summary>Where the sources of these tests are.</summary>
    public SimulatedWeb Web { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";
        if (!File.Exists(chromium))
            throw new InvalidOperationException($"There is no Chromium at {chromium}. Install it (apt-get install chromium), or set CHROMIUM_PATH to one.");

        await Web.InitializeAsync();
        foreach (var host in (ReadOnlySpan<string>)["wire.example", "gone.example", "listed.example"])
            Web.Site(host);
        var environment = Web.Pins.ToDictionary(pin => pin.Key, pin => pin.Value);
        environment["Fetcher:Politeness:DelayPerHost"] = "00:00:00.050";
        environment["Storage:Webhooks:AllowedNetworks:0"] = "127.0.0.0/8";
        environment["Storage:Webhooks:Interval"] = "00:00:00.200";
        process = DatelineProcess.Start(["serve", "--data", folder.Path, "--urls", Address.ToString()], environment);
        await process.WaitUntilHealthyAsync($"{Address}health/ready", Patience);
        await IngestAsync("budget.html", Texts.Budget, BudgetUrl);
        await IngestAsync("harbour.txt", Texts.Harbour, null);
        await IngestAsync("short.txt", "Ok.", null);
        await IngestAsync("arabic.html", Texts.Arabic, "https://sahil.example/port");
        await IngestAsync("chinese.html", Texts.Chinese, "https://coast-daily.example/port");
        await IngestAsync("long.html", Texts.LongWord, "https://amtsblatt.example/entwurf");
        await IngestAsync("ferry.html", Texts.Ferry, FerryUrl);
        await SettledAsync();
        await IngestAsync("taken.html", Texts.FerryTaken, "https://coast-wire.example/2026/solveig");
        await IngestAsync("elsewhere.html", Texts.FerryElsewhere, "https://island-post.example/solveig-pilot-boats");
        await SettledAsync();
        await IngestAsync("edited.html", Texts.FerryEdited, FerryUrl);
        await SettledAsync();

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update"],
        });
    }

    /// <summary>Waits until nothing is on the line.</summary>
    public Task SettledAsync() => Eventually.TrueAsync(
        async () => (await GetAsync("v1/pipeline")).GetProperty("inFlight").GetInt32() == 0, Patience, () => string.Join('\n', process.Lines.TakeLast(30)));

    /// <summary>What the API answers, to compare the pages with.</summary>
    public Task<JsonElement> GetAsync(string path) => http.GetFromJsonAsync<JsonElement>(path);

    public async Task<WatchedPage> VisitAsync(string path, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options ?? new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        var page = new WatchedPage(context, await context.NewPageAsync(), Address);
        await page.GoAsync(path);
        return page;
    }

    public async Task IngestAsync(string name, string text, string? url)
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "files", name } };
        if (url is not null)
            form.Add(new StringContent(url), "url");
        using var response = await http.PostAsync("v1/documents", form);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (process is not null)
            await process.DisposeAsync();
        http.Dispose();
        await Web.DisposeAsync();
        folder.Dispose();
    }
}
