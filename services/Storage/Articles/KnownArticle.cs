using Dateline.Storage.Data;

namespace Dateline.Storage.Articles;

/// <summary>What the archive already knows of an article, as much as a decision needs.</summary>
internal sealed record KnownArticle
{
    public required long Seq { get; init; }

    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    public required string ContentHash { get; init; }

    public required string StateHash { get; init; }

    public required string CopyKey { get; init; }

    public required DateTime FetchedAt { get; init; }

    public required Guid DocumentId { get; init; }

    public required int DocumentRun { get; init; }

    public required DateTime FirstStoredAt { get; init; }

    public required DateTime StoredAt { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? SourceTitle { get; init; }

    public Guid? DuplicateOf { get; init; }

    public string? DuplicateReason { get; init; }

    public int? DuplicateShare { get; init; }

    public bool CopyDecided { get; init; }

    public Guid StoryId { get; init; }

    public (DateTime, Guid, int) Order => (FetchedAt, DocumentId, DocumentRun);

    public KnownArticle ConfirmedBy(ConfirmationRow row) =>
        Order.CompareTo((row.FetchedAt, row.DocumentId, row.DocumentRun)) >= 0 ? this : ConfirmedBy(row.FetchedAt, row.DocumentId, row.DocumentRun);

    public KnownArticle ConfirmedBy(DateTime fetchedAt, Guid documentId, int run) =>
        this with { FetchedAt = fetchedAt, DocumentId = documentId, DocumentRun = run };
}
