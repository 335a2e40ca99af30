namespace Dateline.Fetcher.Frontier;

/// <summary>What is expected behind an address.</summary>
public static class TargetKind
{
    /// <summary>A page or file; should it turn out to be a feed, its entries become targets.</summary>
    public const string Page = "page";

    /// <summary>The feed of a source: due again and again.</summary>
    public const string Source = "source";

    /// <summary>A site that is searched for the feed of a source.</summary>
    public const string Search = "search";

    /// <summary>An entry whose text came with its feed: seen, nothing to fetch.</summary>
    public const string Entry = "entry";
}
