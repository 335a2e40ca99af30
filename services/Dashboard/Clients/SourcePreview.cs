namespace Dateline.Dashboard.Clients;

/// <summary>What would come in from an address; nothing of it is stored.</summary>
public sealed record SourcePreview
{
    /// <summary>feed, sitemap, list, page or nothing.</summary>
    public required string Kind { get; init; }

    public required string Url { get; init; }

    public string? Format { get; init; }

    public string? Title { get; init; }

    public string? Language { get; init; }

    public int Total { get; init; }

    public IReadOnlyList<PreviewEntry> Entries { get; init; } = [];

    /// <summary>Feeds that a page or site offers, the best one first.</summary>
    public IReadOnlyList<LinkedFeed> Feeds { get; init; } = [];

    public string? Problem { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether adding the address makes sources of it.</summary>
    public bool CanBeAdded => Kind is "feed" or "sitemap" or "list" || Feeds.Count > 0;
}
