using System.ComponentModel.DataAnnotations;

namespace Dateline.Fetcher.Ledger;

/// <summary>How much the line may hold and how patient the ledger is. Bound from <c>Fetcher:Ledger</c>.</summary>
public sealed class LedgerOptions
{
    /// <summary>Accepted and unsettled documents; above it nothing more is accepted. They wait on disk, not in memory.</summary>
    [Range(1, 10_000_000)]
    public int MaxInFlight { get; init; } = 20_000;

    /// <summary>
    /// Documents handed to the line and not settled. Null: 400 in memory (what drains within the shutdown deadline), 4 000 on RabbitMQ
    /// (enough to keep every prefetch full).
    /// </summary>
    [Range(1, 1_000_000)]
    public int? MaxOnLine { get; init; }

    /// <summary>Silence after which a document is sent again; doubled each time, up to 64 times this.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ResendAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Sends without any answer after which a document is quarantined: with the defaults after about 20 hours, or, where messages are in
    /// memory, when the process has ended as often with the document on the line.
    /// </summary>
    [Range(1, 1000)]
    public int MaxSends { get; init; } = 10;

    /// <summary>How often a replica looks for documents that others accepted or that are overdue.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(1);
}
