namespace Dateline.Fetcher.Sources;

/// <summary>What would come in from an address; nothing of it is stored.</summary>
public sealed record SourcePreview
{
    /// <summary>feed, sitemap, list (OPML), page, or nothing.</summary>
    public required string Kind { get; init; }

    /// <summary>The address that answered.</summary>
    public required string Url { get; init; }

    public string? Format { get; init; }

    public string? Title { get; init; }

    public string? Language { get; init; }

    /// <summary>Entries in it; the first of them are shown.</summary>
    public int Total { get; init; }

    public IReadOnlyList<PreviewEntry> Entries { get; init; } = [];

    /// <summary>Feeds that a page or site offers, the best one first.</summary>
    public IReadOnlyList<LinkedFeed> Feeds { get; init; } = [];

    /// <summary>Why nothing would come in, and what to do.</summary>
    public string? Problem { get; init; }

    /// <summary>What had to be repaired to read it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
