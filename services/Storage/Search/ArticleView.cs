using Dateline.Contracts;

namespace Dateline.Storage.Search;

/// <summary>One article with everything that is known about it.</summary>
public sealed record ArticleView
{
    public required Guid Id { get; init; }

    public string? Title { get; init; }

    /// <summary>True when the document names no title and one was made from its first sentence.</summary>
    public required bool TitleDerived { get; init; }

    public string? Url { get; init; }

    public string? CanonicalUrl { get; init; }

    public string? SiteName { get; init; }

    public Guid? SourceId { get; init; }

    public string? SourceTitle { get; init; }

    public required string Language { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Those of the authors that are agencies, desks or companies and no people.</summary>
    public IReadOnlyList<string> OrganisationAuthors { get; init; } = [];

    /// <summary>The part of the site or paper that the article stands in.</summary>
    public string? Section { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Image { get; init; }

    public DateTime? PublishedAt { get; init; }

    public string? PublishedPrecision { get; init; }

    public DateTime? ModifiedAt { get; init; }

    /// <summary>Every date that was considered, best first, with what speaks for it.</summary>
    public IReadOnlyList<DateEvidence> Dates { get; init; } = [];

    public Contracts.Dateline? Dateline { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<Entity> Entities { get; init; } = [];

    public IReadOnlyList<Place> Places { get; init; } = [];

    public IReadOnlyList<Keyword> Keywords { get; init; } = [];

    public IReadOnlyList<Topic> Topics { get; init; } = [];

    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    public double? Sentiment { get; init; }

    public required ReadingStatistics Reading { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>The language the document claims; the language of the text is detected.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>Paywall, licence and opt-outs as the document declares them; null where it declares nothing.</summary>
    public UsageTerms? Terms { get; init; }

    /// <summary>How sure the parser is of each field; null for articles of older parsers.</summary>
    public FieldConfidence? FieldConfidence { get; init; }

    /// <summary>How sure the parser is of the body, 0 to 1.</summary>
    public required double Confidence { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public required string ParserVersion { get; init; }

    public required string EnricherVersion { get; init; }

    /// <summary>What makes two documents this article.</summary>
    public required string IdentityKey { get; init; }

    public required int Revision { get; init; }

    public required DateTime FirstStoredAt { get; init; }

    public required DateTime StoredAt { get; init; }

    public required Guid DocumentId { get; init; }

    public required DateTime FetchedAt { get; init; }

    public string? TraceId { get; init; }

    /// <summary>The documents that arrived for this article, newest first, at most 100.</summary>
    public required IReadOnlyList<ArrivedDocument> Documents { get; init; }

    /// <summary>The article that had this text first, and why this one counts as its copy.</summary>
    public Guid? DuplicateOf { get; init; }

    public string? DuplicateReason { get; init; }

    /// <summary>The event it reports: /v1/stories/{id}.</summary>
    public required Guid StoryId { get; init; }

    /// <summary>Other articles with the same text, in the order they came, at most 100.</summary>
    public required IReadOnlyList<ArticleCopy> Copies { get; init; }
}
