using Dateline.Query.Matching;
using Dateline.Storage.Articles;

namespace Dateline.Storage.Data;

/// <summary>An article as the archive keeps it: its current revision. Times are UTC, to the microsecond.</summary>
public sealed class ArticleRow
{
    /// <summary>Rises with every new article; the full-text index of SQLite refers to it.</summary>
    public long Seq { get; set; }

    /// <summary>Derived from <see cref="IdentityKey"/>.</summary>
    public required Guid Id { get; set; }

    public required string IdentityKey { get; set; }

    /// <summary>Rises with every write to any article, for whoever follows changes.</summary>
    public long Change { get; set; }

    public string? Url { get; set; }

    public string? CanonicalUrl { get; set; }

    public string? Host { get; set; }

    public string? Title { get; set; }

    public bool TitleDerived { get; set; }

    public IReadOnlyList<string> Authors { get; set; } = [];

    public IReadOnlyList<string> Tags { get; set; } = [];

    public DateTime? PublishedAt { get; set; }

    public string? PublishedPrecision { get; set; }

    public DateTime? ModifiedAt { get; set; }

    /// <summary>Newest first goes by this: published, or first stored where no believable date is known.</summary>
    public DateTime SortAt { get; set; }

    /// <summary>Primary subtag.</summary>
    public required string Language { get; set; }

    public string? SiteName { get; set; }

    public Guid? SourceId { get; set; }

    public string? SourceTitle { get; set; }

    public required string Text { get; set; }

    /// <summary>JSON: kind, level and length of each block of <see cref="Text"/>.</summary>
    public required string Layout { get; set; }

    /// <summary>JSON: dateline, date evidence, confidence, warnings.</summary>
    public required string Details { get; set; }

    public string? Summary { get; set; }

    /// <summary>JSON of the contract, without summary and fingerprints.</summary>
    public required string Enrichment { get; set; }

    public string? Image { get; set; }

    /// <summary>SHA-256 of the normalised title and text, as the enricher made it.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>Equal for articles with the same words in their text.</summary>
    public required string CopyKey { get; set; }

    /// <summary>Little-endian 32-bit values.</summary>
    public required byte[] MinHash { get; set; }

    public int WordCount { get; set; }

    public int Revision { get; set; } = 1;

    /// <summary>Of what makes a revision: title, text, authors, date.</summary>
    public required string ContentHash { get; set; }

    /// <summary>Of everything that came with the document.</summary>
    public required string StateHash { get; set; }

    /// <summary>The newest document that said what the article says now.</summary>
    public required Guid DocumentId { get; set; }

    public int DocumentRun { get; set; }

    public DateTime FetchedAt { get; set; }

    public DateTime FirstStoredAt { get; set; }

    public DateTime StoredAt { get; set; }

    public string? TraceId { get; set; }

    public required string ParserVersion { get; set; }

    public required string EnricherVersion { get; set; }

    /// <summary>The article that had this text first.</summary>
    public Guid? DuplicateOf { get; set; }

    public string? DuplicateReason { get; set; }

    /// <summary>Percent of this text that stands in the original, too.</summary>
    public int? DuplicateShare { get; set; }

    /// <summary>A person has decided what this is or is not a copy of: no later document changes that.</summary>
    public bool CopyDecided { get; set; }

    /// <summary>The event it reports.</summary>
    public Guid StoryId { get; set; }

    /// <summary>What it is about, as <see cref="Stories.TermWeights"/> writes it.</summary>
    public string Gist { get; set; } = "";

    /// <summary>What the full-text index gets; not a column.</summary>
    public IndexText? Terms { get; set; }

    internal ArticleRow Copy() => (ArticleRow)MemberwiseClone();

    internal KnownArticle ToKnown() => new()
    {
        Seq = Seq,
        Id = Id,
        Revision = Revision,
        ContentHash = ContentHash,
        StateHash = StateHash,
        CopyKey = CopyKey,
        FetchedAt = FetchedAt,
        DocumentId = DocumentId,
        DocumentRun = DocumentRun,
        FirstStoredAt = FirstStoredAt,
        StoredAt = StoredAt,
        Title = Title,
        Url = Url,
        SourceTitle = SourceTitle,
        DuplicateOf = DuplicateOf,
        DuplicateReason = DuplicateReason,
        DuplicateShare = DuplicateShare,
        CopyDecided = CopyDecided,
        StoryId = StoryId,
    };
}
