using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Sources;

/// <summary>
/// The search of a site for the feed that used to be elsewhere: which addresses were asked, and which are next. Pages name feeds, feeds
/// end the search, and all else leads to the usual places.
/// </summary>
public sealed record FeedSearch
{
    /// <summary>Requests that one search may cost: the home page, what it links to, six usual places, a few sitemaps.</summary>
    public const int MaxRequests = 12;

    /// <summary>A page with more of them lists everybody's.</summary>
    private const int MaxLinks = 3;

    /// <summary>The source's own address first: it is never asked again.</summary>
    public required IReadOnlyList<string> Asked { get; init; }

    public required IReadOnlyList<string> Pending { get; init; }

    /// <summary>Null: nothing is left to ask.</summary>
    public string? Next => Asked.Count <= MaxRequests && Pending is [var next, ..] ? next : null;

    /// <param name="feed">The address where the feed was.</param>
    public static FeedSearch Begin(Uri feed) => new FeedSearch { Asked = [feed.AbsoluteUri], Pending = [] }
        .With(first: [new Uri(feed, "/").AbsoluteUri], last: [Above(feed).AbsoluteUri, .. SiteExplorer.WellKnown.Select(path => new Uri(feed, path).AbsoluteUri)]);

    /// <summary>After an answer from an address: what it led to is asked next, and what is a last resort at the end.</summary>
    public FeedSearch After(string address, IEnumerable<string> links, IEnumerable<string> last) =>
        (this with { Asked = [.. Asked, address] }).With([.. links.Take(MaxLinks)], [.. last.Take(MaxLinks)]);

    /// <summary>Whether a poll that failed is a reason to look for another feed, and the last look was long enough ago.</summary>
    public static bool IsDue(Source source, FetchResult result, SourceOptions options, DateTime now) =>
        source is { Paused: false, Proposal: null, Search: null }
        && source.FailureKind is SourceFailure.Gone or SourceFailure.Missing or SourceFailure.FormatChanged or SourceFailure.Moved or SourceFailure.Blocked
        && result.Status is not 429 // it wants to be asked less, not more
        && (source.FailureKind == SourceFailure.Gone || source.Format is null || source.Failures > 1) // what worked before may just have stumbled
        && (source.SearchedAt is not { } at || now - at >= options.SearchEvery);

    private FeedSearch With(IReadOnlyList<string> first, IReadOnlyList<string> last)
    {
        var asked = Asked.Select(Key).ToHashSet(StringComparer.Ordinal);
        return this with { Pending = [.. first.Concat(Pending).Concat(last).Where(url => !asked.Contains(Key(url))).DistinctBy(Key)] };
    }

    private static string Key(string url) => TargetKey.Parse(url) is { } parsed ? TargetKey.Of(parsed) : url;

    /// <summary>The section that a feed belongs to: /blog/ of /blog/feed.xml and of /blog/feed/.</summary>
    private static Uri Above(Uri feed) => new(feed, feed.AbsolutePath.EndsWith('/') && feed.AbsolutePath.Length > 1 ? ".." : ".");
}
