namespace Dateline.Storage.Revisions;

/// <summary>What an article said from one moment to another.</summary>
public sealed record ArticleRevision
{
    public required int Number { get; init; }

    public required bool Current { get; init; }

    public string? Title { get; init; }

    public required string Text { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public DateTime? PublishedAt { get; init; }

    public string? PublishedPrecision { get; init; }

    public required Guid DocumentId { get; init; }

    public required DateTime FetchedAt { get; init; }

    public required DateTime StoredAt { get; init; }

    /// <summary>What is different from the revision before; null for the first.</summary>
    public ArticleChange? Change { get; init; }
}
