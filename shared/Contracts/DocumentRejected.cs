namespace Dateline.Contracts;

/// <summary>
/// A stage decided to stop: an intended end, not a fault. Published by the Parser, the Enricher or Storage; consumed
/// by the Fetcher, which settles the ledger.
/// </summary>
public sealed record DocumentRejected
{
    public required DocumentRef Document { get; init; }

    public required Stage Stage { get; init; }

    public required RejectionReason Reason { get; init; }

    /// <summary>What was seen and what to do about it, for people.</summary>
    public required string Detail { get; init; }

    public required Journey Journey { get; init; }
}
