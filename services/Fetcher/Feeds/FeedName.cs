namespace Dateline.Fetcher.Feeds;

/// <summary>A name of an element or attribute, in lower case, taken apart once for all its occurrences.</summary>
/// <param name="Prefix">Null: it has none.</param>
internal sealed record FeedName(string Full, string? Prefix, string Local)
{
    public static FeedName Of(string full)
    {
        var colon = full.IndexOf(':');
        return colon < 0 ? new FeedName(full, null, full) : new FeedName(full, full[..colon], full[(colon + 1)..]);
    }
}
