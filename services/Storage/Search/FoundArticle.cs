namespace Dateline.Storage.Search;

/// <summary>An article in a list of results.</summary>
public sealed record FoundArticle
{
    public required Guid Id { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? SiteName { get; init; }

    public Guid? SourceId { get; init; }

    public string? SourceTitle { get; init; }

    /// <summary>ISO 639; "und" when it could not be told.</summary>
    public required string Language { get; init; }

    public DateTime? PublishedAt { get; init; }

    /// <summary>How exactly the date is known: year, month, day, minute, second.</summary>
    public string? PublishedPrecision { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Image { get; init; }

    public required int Revision { get; init; }

    /// <summary>When the current revision was stored.</summary>
    public required DateTime StoredAt { get; init; }

    /// <summary>The article that had this text first.</summary>
    public Guid? DuplicateOf { get; init; }

    /// <summary>The event it reports: /v1/stories/{id}, or story:ID in a query.</summary>
    public required Guid StoryId { get; init; }

    /// <summary>
    /// With <c>collapse</c> only: how many other articles with the same text, or of the same story, match as well and are left out for
    /// this one. Counted when the page was made.
    /// </summary>
    public int? Collapsed { get; init; }

    /// <summary>Leads to the whole journey of the document behind it.</summary>
    public string? TraceId { get; init; }

    /// <summary>HTML: the title, escaped, with the found words in mark elements.</summary>
    public string? MarkedTitle { get; init; }

    /// <summary>HTML: the place where the query matched, escaped, with the found words in mark elements.</summary>
    public required string Snippet { get; init; }
}
