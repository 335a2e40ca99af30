namespace Dateline.Dashboard.Clients;

/// <summary>One stage's part in a document's journey.</summary>
public sealed record Hop
{
    public required string Stage { get; init; }

    public string? Worker { get; init; }

    public string? Version { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double DurationMs { get; init; }

    public string? Note { get; init; }
}
