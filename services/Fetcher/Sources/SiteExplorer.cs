using System.Text;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Sources;

/// <summary>
/// Finds out what an address is: a feed, or a page that announces feeds, or a site whose feeds lie where feeds usually lie or whose
/// robots.txt names its sitemaps.
/// </summary>
public sealed class SiteExplorer(PromptFetch fetch, FeedReader feeds)
{
    /// <summary>Where the usual site software puts its feed, most frequent first.</summary>
    internal static readonly IReadOnlyList<string> WellKnown = ["/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/rss", "/index.xml"];

    private const int MaxSitemaps = 10;

    public async Task<SiteLook> LookAsync(Uri url, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        var look = await AskAsync(url, headers, cancellationToken);
        if (!look.IsPage || look.Links.Count > 0)
            return look;

        var site = new Uri(look.Result!.FinalUrl);
        if (TargetKey.HostOf(site) != TargetKey.HostOf(url))
            headers = new Dictionary<string, string>();
        return await InRobotsAsync(site, headers, cancellationToken) is { Count: > 0 } sitemaps
            ? look with { Links = await WellKnownAsync(site, headers, cancellationToken) is { } feed ? [feed, .. sitemaps] : sitemaps }
            : look with { Links = await WellKnownAsync(site, headers, cancellationToken) is { } only ? [only] : [] };
    }

    private async Task<SiteLook> AskAsync(Uri url, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        var result = await fetch.RunAsync(new FetchRequest { Url = url.OriginalString, Accept = SourcePoll.Accept, Headers = headers }, held: null, cancellationToken);
        if (result is FetchResult.Failed { Kind: FetchFailureKind.Busy })
            return new SiteLook();
        if (result is not FetchResult.Fetched fetched)
            return new SiteLook { Result = result };
        return feeds.TryRead(fetched.Body, fetched.Headers.GetValueOrDefault("Content-Type"), fetched.FinalUrl, out var feed)
            ? new SiteLook { Result = result, Feed = feed }
            : new SiteLook { Result = result, Links = FeedLinks.In(fetched.Body.Span, fetched.FinalUrl) };
    }

    private async Task<LinkedFeed?> WellKnownAsync(Uri site, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        foreach (var path in WellKnown)
        {
            var look = await AskAsync(new Uri(site, path), headers, cancellationToken);
            if (look.Result is null)
                return null; // the host has no time for guesses
            if (look.Feed is { Format: not (FeedFormat.Sitemap or FeedFormat.Opml) } feed)
                return new LinkedFeed(look.Result.FinalUrl, feed.Title, feed.Format.ToString().ToLowerInvariant());
        }

        return null;
    }

    private async Task<IReadOnlyList<LinkedFeed>> InRobotsAsync(Uri site, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        var look = await AskAsync(new Uri(site, "/robots.txt"), headers, cancellationToken);
        return look.Result is FetchResult.Fetched { Body: var body }
            ? [.. SitemapsIn(Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, RobotsRules.MaxCharacters)]), site)]
            : [];
    }

    /// <summary>Sitemaps of news before those of everything.</summary>
    internal static IEnumerable<LinkedFeed> SitemapsIn(string robots, Uri site) => robots.Split('\n', '\r')
        .Select(line => line.Split('#')[0].Trim())
        .Where(line => line.StartsWith("sitemap:", StringComparison.OrdinalIgnoreCase))
        .Select(line => Uri.TryCreate(site, line["sitemap:".Length..].Trim(), out var url) && (url.Scheme is "http" or "https") ? url.AbsoluteUri : null)
        .OfType<string>()
        .Distinct()
        .OrderBy(url => url.Contains("news", StringComparison.OrdinalIgnoreCase) ? 0 : 1)
        .Take(MaxSitemaps)
        .Select(url => new LinkedFeed(url, null, "sitemap"));
}
