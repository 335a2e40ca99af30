namespace Dateline.Fetcher.Frontier;

/// <summary>One server's budget as REST shows it: one request at a time, a pause between two, and what waits for it.</summary>
public sealed record HostView
{
    public required string Name { get; init; }

    /// <summary>Between two requests: the configured pause or the one that robots.txt asks for, whichever is longer.</summary>
    public required double PauseSeconds { get; init; }

    /// <summary>When the next request may begin.</summary>
    public required DateTimeOffset NextSlotAt { get; init; }

    /// <summary>Why not before.</summary>
    public required string NextSlotReason { get; init; }

    /// <summary>Whether a replica is asking it right now.</summary>
    public required bool Busy { get; init; }

    /// <summary>Addresses that could be asked for now.</summary>
    public required long Due { get; init; }

    /// <summary>Addresses that are to be asked for, now or later; feeds among them for ever.</summary>
    public required long Waiting { get; init; }

    public required long Fetched { get; init; }

    public required long Unfetched { get; init; }

    public required long Failed { get; init; }

    /// <summary>The status of its last answer.</summary>
    public int? LastStatus { get; init; }

    /// <summary>When it last asked to be left alone (429, 503).</summary>
    public DateTimeOffset? LastPushbackAt { get; init; }

    /// <summary>How often in a row it did.</summary>
    public required int Pushbacks { get; init; }

    public required RobotsView Robots { get; init; }
}
