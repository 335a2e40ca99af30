namespace Dateline.Fetcher.Frontier;

/// <summary>What is known of a host's robots.txt, as REST shows it.</summary>
public sealed record RobotsView
{
    /// <summary>
    /// unasked: no page was to be fetched yet; found; none: everything is allowed; unreachable: nothing is fetched until it is had.
    /// </summary>
    public required string State { get; init; }

    /// <summary>Of the last answer; null when nobody answered.</summary>
    public int? HttpStatus { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When it is asked for again.</summary>
    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? UnreachableSince { get; init; }

    public double? CrawlDelaySeconds { get; init; }

    /// <summary>Its beginning, only where one host is asked for.</summary>
    public string? Text { get; init; }
}
