namespace Dateline.Dashboard.Clients;

/// <summary>The accounting of the line at one moment.</summary>
public sealed record Pipeline
{
    public long Accepted { get; init; }

    public long Stored { get; init; }

    public long Revised { get; init; }

    public long Unchanged { get; init; }

    public long Duplicate { get; init; }

    public long Rejected { get; init; }

    public long Quarantined { get; init; }

    public long InFlight { get; init; }

    public long OnLine { get; init; }

    public bool Balanced { get; init; }

    public double? OldestInFlightSeconds { get; init; }

    public bool Accepting { get; init; }

    public Minute LastMinute { get; init; } = new(0, 0);

    public IReadOnlyList<StageFigures> Stages { get; init; } = [];

    public IReadOnlyDictionary<string, long> RejectedByReason { get; init; } = new Dictionary<string, long>();

    /// <summary>How many documents have a fate, in the order the pages show the fates.</summary>
    public long Of(string fate) => fate switch
    {
        "stored" => Stored,
        "revised" => Revised,
        "unchanged" => Unchanged,
        "duplicate" => Duplicate,
        "rejected" => Rejected,
        "quarantined" => Quarantined,
        "in-flight" => InFlight,
        _ => 0,
    };

    /// <summary>What came in and what was settled within the last minute.</summary>
    public sealed record Minute(long Accepted, long Settled);

    /// <summary>How a stage did on the most recently settled documents.</summary>
    public sealed record StageFigures(string Stage, int Documents, double P50Ms, double P95Ms, double WaitP50Ms);
}
