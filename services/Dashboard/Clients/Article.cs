namespace Dateline.Dashboard.Clients;

/// <summary>An article as one page shows it.</summary>
public sealed record Article
{
    public required Guid Id { get; init; }

    public Guid? DocumentId { get; init; }

    public int Revision { get; init; } = 1;

    public string? Title { get; init; }

    public bool TitleDerived { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Url { get; init; }

    public string? CanonicalUrl { get; init; }

    public string? SiteName { get; init; }

    public Guid? SourceId { get; init; }

    public string? SourceTitle { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public string? PublishedPrecision { get; init; }

    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Every date that was considered, best first, with what speaks for it.</summary>
    public IReadOnlyList<ArticleDate> Dates { get; init; } = [];

    public ArticleDateline? Dateline { get; init; }

    public string? Language { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<ArticleBlock> Blocks { get; init; } = [];

    public IReadOnlyList<ArticleKeyword> Keywords { get; init; } = [];

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public ArticleReading? Reading { get; init; }

    public Guid? DuplicateOf { get; init; }

    public string? DuplicateReason { get; init; }

    /// <summary>The documents that arrived for it, newest first.</summary>
    public IReadOnlyList<ArticleArrival> Documents { get; init; } = [];

    /// <summary>Articles with the same text under other addresses.</summary>
    public IReadOnlyList<ArticleCopy> Copies { get; init; } = [];

    public DateTimeOffset? FirstStoredAt { get; init; }

    public DateTimeOffset? StoredAt { get; init; }

    /// <summary>The event it reports, where the archive says so.</summary>
    public Guid? StoryId { get; init; }

    public string? TraceId { get; init; }

    /// <summary>In a list of search results: how many other matches it stands for; null where all are shown.</summary>
    public int? Collapsed { get; init; }

    /// <summary>The title, written as <see cref="Snippet"/> is.</summary>
    public string? MarkedTitle { get; init; }

    /// <summary>Part of the text with the found words between mark tags, in a list of search results.</summary>
    public string? Snippet { get; init; }
}
