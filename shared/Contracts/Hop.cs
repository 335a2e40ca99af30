namespace Dateline.Contracts;

/// <summary>One stage's part in a document's journey.</summary>
public sealed record Hop
{
    public required Stage Stage { get; init; }

    /// <summary>Which process did it: host name and process id.</summary>
    public required string Worker { get; init; }

    /// <summary>The version of the stage's code and models, so that a replay can select what is out of date.</summary>
    public required string Version { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double DurationMs { get; init; }

    /// <summary>What was decided on the way, for people: why rejected, what is unusual.</summary>
    public string? Note { get; init; }
}
