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

    /// <summary>robots.txt as last had; empty when there is none, null when it was never had.</summary>
    public string? Robots { get; set; }

    /// <summary>When it was last asked for.</summary>
    public DateTime? RobotsAt { get; set; }

    /// <summary>The status of that answer; null when nobody answered.</summary>
    public int? RobotsStatus { get; set; }

    /// <summary>When it is asked for again.</summary>
    public DateTime? RobotsUntil { get; set; }

    /// <summary>Since when it cannot be had because of the server; null while its word is known.</summary>
    public DateTime? RobotsFailingSince { get; set; }

    /// <summary>The pause that robots.txt asks for.</summary>
    public int? CrawlDelayMs { get; set; }

    public int? LastStatus { get; set; }

    /// <summary>When it last asked to be left alone (429, 503).</summary>
    public DateTime? LastPushback { get; set; }

    /// <summary>How often in a row it asked to be left alone.</summary>
    public int Pushbacks { get; set; }

    public TimeSpan? CrawlDelay => CrawlDelayMs is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
}
