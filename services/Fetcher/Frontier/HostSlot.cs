namespace Dateline.Fetcher.Frontier;

/// <summary>One server's budget, shared by all replicas: one request at a time, and a pause between two. Times are UTC.</summary>
public sealed class HostSlot
{
    /// <summary>Host and, where it is not the scheme's own, port.</summary>
    public required string Name { get; init; }

    /// <summary>When the next request may begin.</summary>
    public required DateTime NextAt { get; set; }

    /// <summary>While set and in the future, a replica is at it; a killed one's lease runs out.</summary>
    public DateTime? LeasedUntil { get; set; }

    /// <summary>robots.txt as last fetched; null when there is none.</summary>
    public string? Robots { get; set; }

    public DateTime? RobotsAt { get; set; }

    public int? LastStatus { get; set; }

    /// <summary>When it last asked to be left alone (429, 503).</summary>
    public DateTime? LastPushback { get; set; }
}
