using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Serving;

/// <summary>A page in a browser of its own that remembers everything that went wrong on it.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Uri address;
    private readonly List<string> faults = [];

    public WatchedPage(IBrowserContext context, IPage page, Uri address)
    {
        this.context = context;
        this.address = address;
        Page = page;
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.Response += (_, response) => Note(response.Status >= 400, $"{response.Status} {response.Url}");
        // The browser gives up on a request when the page is left.
        page.RequestFailed += (_, request) => Note(request.Failure is not "net::ERR_ABORTED", $"{request.Failure} {request.Url}");
        page.Request += (_, request) => Note(new Uri(request.Url) is { Scheme: "http" or "https" } uri && uri.Authority != address.Authority, $"foreign: {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors in the console, failed requests, requests to anybody else.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (faults)
                return [.. faults];
        }
    }

    /// <summary>Opens a page and waits until it answers to clicks.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(address, path).ToString());
        await Page.Locator("[data-live=true]").WaitForAsync();
    }

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = name });

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Note(bool isFault, string what)
    {
        if (!isFault)
            return;
        lock (faults)
            faults.Add(what);
    }
}
