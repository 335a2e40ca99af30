namespace Dateline.Contracts;

/// <summary>
/// An article was taken out of the archive for good. Published by Storage after its commit; consumed by the Fetcher, which forgets
/// the raw content of its documents, and by anyone who keeps a copy.
/// </summary>
public sealed record ArticleRemoved
{
    public required Guid ArticleId { get; init; }

    /// <summary>The documents it came from.</summary>
    public required IReadOnlyList<Guid> DocumentIds { get; init; }

    /// <summary>As it stands in the takedown log; for people.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset RemovedAt { get; init; }
}
