namespace Dateline.Dashboard.Clients;

/// <summary>A server that feeds and pages are fetched from, with its budget.</summary>
public sealed record FetchedHost
{
    public required string Name { get; init; }

    public double PauseSeconds { get; init; }

    public DateTimeOffset NextSlotAt { get; init; }

    public string? NextSlotReason { get; init; }

    public bool Busy { get; init; }

    public long Due { get; init; }

    public long Waiting { get; init; }

    public long Fetched { get; init; }

    public long Unfetched { get; init; }

    public long Failed { get; init; }

    public int? LastStatus { get; init; }

    public DateTimeOffset? LastPushbackAt { get; init; }

    /// <summary>How often in a row it asked to be left alone.</summary>
    public int Pushbacks { get; init; }

    public required HostRobots Robots { get; init; }

    /// <summary>What a reader should know first, and whether it is bad.</summary>
    public (string Text, bool Bad) Health => this switch
    {
        { Pushbacks: > 0 } => ("Asked to be left alone", true),
        { Robots.State: "unreachable" } => ("Closed until its robots.txt is had", true),
        { Busy: true } => ("Being asked", false),
        { Due: > 0 } => ("Has its turns", false),
        _ => ("Idle", false),
    };
}
