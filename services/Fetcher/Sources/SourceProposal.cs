namespace Dateline.Fetcher.Sources;

/// <summary>What would mend a source: another address, applied with one request.</summary>
/// <param name="Kind">moved: the server redirects there for good. feed-found: the page at the address links to it, or it was found on the site.</param>
/// <param name="Others">Further feeds that the page links to.</param>
public sealed record SourceProposal(string Kind, string Url, string Why, IReadOnlyList<string> Others)
{
    public const string Moved = "moved";
    public const string FeedFound = "feed-found";
}
