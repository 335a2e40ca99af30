namespace Dateline.Fetcher.Feeds;

/// <summary>One entry of a feed in the reader's single model, whatever format it came from.</summary>
public sealed record FeedEntry
{
    /// <summary>Verbatim: never resolved or normalised, since its only use is comparison.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text.</summary>
    public string? Title { get; init; }

    /// <summary>The title as HTML, not sanitised, where it carries links; else null.</summary>
    public string? TitleHtml { get; init; }

    /// <summary>Absolute, http or https; null when the feed gives nothing that can be followed.</summary>
    public string? Link { get; init; }

    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Text or HTML, as the feed has it, with addresses made absolute. Not sanitised.</summary>
    public string? Summary { get; init; }

    /// <summary>HTML with addresses made absolute. Not sanitised.</summary>
    public string? ContentHtml { get; init; }

    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    public string? Language { get; init; }

    public string? ImageUrl { get; init; }

    /// <summary>Where readers comment.</summary>
    public string? Comments { get; init; }

    public string? Rights { get; init; }

    /// <summary>The feed that the entry was copied from.</summary>
    public string? SourceTitle { get; init; }

    public string? SourceUrl { get; init; }

    /// <summary>In a subscription list: what our own attributes say, by name in lower case.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
