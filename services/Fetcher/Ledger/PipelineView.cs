namespace Dateline.Fetcher.Ledger;

/// <summary>The accounting of the line, read from one snapshot.</summary>
public sealed record PipelineView
{
    public required long Accepted { get; init; }

    public required long Stored { get; init; }

    public required long Revised { get; init; }

    public required long Unchanged { get; init; }

    public required long Duplicate { get; init; }

    public required long Rejected { get; init; }

    public required long Quarantined { get; init; }

    public required long InFlight { get; init; }

    /// <summary>Handed to the line and not settled; the rest of what is in flight waits in the ledger.</summary>
    public required long OnLine { get; init; }

    /// <summary>Whether accepted = stored + revised + unchanged + duplicate + rejected + quarantined + in flight.</summary>
    public bool Balanced => Accepted == Stored + Revised + Unchanged + Duplicate + Rejected + Quarantined + InFlight;

    public double? OldestInFlightSeconds { get; init; }

    /// <summary>Whether the line takes more at the moment.</summary>
    public required bool Accepting { get; init; }

    public required LastMinute LastMinute { get; init; }

    public required IReadOnlyList<StageView> Stages { get; init; }

    public required IReadOnlyDictionary<string, long> RejectedByReason { get; init; }
}
