namespace Dateline.Dashboard.Clients;

/// <summary>What is known of a host's robots.txt.</summary>
public sealed record HostRobots
{
    /// <summary>unasked, found, none or unreachable.</summary>
    public required string State { get; init; }

    public int? HttpStatus { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? UnreachableSince { get; init; }

    public double? CrawlDelaySeconds { get; init; }

    public string? Text { get; init; }

    public string Meaning => State switch
    {
        "found" => "Found, and kept to",
        "none" => "None: everything may be fetched",
        "unreachable" => "Could not be had: nothing is fetched until it is",
        _ => "Not asked for yet: no page was to be fetched",
    };
}
