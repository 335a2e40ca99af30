namespace Dateline.Fetcher.Feeds;

/// <summary>What a feed, sitemap or subscription list says, in one model.</summary>
public sealed record Feed
{
    public required FeedFormat Format { get; init; }

    public string? Id { get; init; }

    public string? Title { get; init; }

    /// <summary>The title as HTML, not sanitised, where it carries links; else null.</summary>
    public string? TitleHtml { get; init; }

    /// <summary>The site; absolute.</summary>
    public string? Link { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public string? Subtitle { get; init; }

    public string? Rights { get; init; }

    public string? ImageUrl { get; init; }

    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    /// <summary>Where the feed says it lives.</summary>
    public string? SelfUrl { get; init; }

    /// <summary>WebSub hubs.</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>How the publisher wants to be polled.</summary>
    public FeedRhythm Rhythm { get; init; } = FeedRhythm.Unknown;

    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];

    /// <summary>What had to be repaired or cut, for the people who run the feed.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
