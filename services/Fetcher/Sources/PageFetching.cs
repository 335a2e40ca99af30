namespace Dateline.Fetcher.Sources;

/// <summary>Whether the pages behind a feed's entries are fetched.</summary>
public static class PageFetching
{
    public const string Always = "always";

    /// <summary>Only when the feed does not carry the text itself.</summary>
    public const string WhenSummary = "when-summary";

    public const string Never = "never";

    public static readonly IReadOnlyList<string> All = [Always, WhenSummary, Never];
}
