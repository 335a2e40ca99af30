namespace Dateline.Contracts;

/// <summary>
/// An article can be queried now. Published by Storage after its commit; consumed by the Fetcher, which settles
/// the ledger, and by anyone who listens.
/// </summary>
public sealed record ArticleStored
{
    public required DocumentRef Document { get; init; }

    /// <summary>Derived from the identity key, so that a redelivery names the same article.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>1 for the first text of an article, one more for every change of its content.</summary>
    public required int Revision { get; init; }

    public required StoreOutcome Outcome { get; init; }

    /// <summary>The article this one repeats, when the outcome is duplicate.</summary>
    public Guid? DuplicateOf { get; init; }

    /// <summary>Why it is a duplicate, or what changed in a revision; for people.</summary>
    public string? Reason { get; init; }

    public Guid? StoryId { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public required Journey Journey { get; init; }
}
