using Dateline.Fetcher.Feeds;

namespace Dateline.Fetcher.Sources;

/// <summary>What a poll brought and what is known about its source: all that decides when it is asked next.</summary>
public sealed record PollFacts
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Null when it is not known yet.</summary>
    public double? EntriesPerDay { get; init; }

    /// <summary>Since the poll before; null for the first one.</summary>
    public TimeSpan? SinceLast { get; init; }

    public int New { get; init; }

    /// <summary>Entries in the answer, and at least those of the last one that had any.</summary>
    public int Window { get; init; }

    /// <summary>What the feed says about its own pace.</summary>
    public FeedRhythm Wish { get; init; } = FeedRhythm.Unknown;

    /// <summary>From Cache-Control or Expires.</summary>
    public TimeSpan? FreshFor { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Set by a user.</summary>
    public TimeSpan? MinInterval { get; init; }

    /// <summary>Set by a user.</summary>
    public TimeSpan? MaxInterval { get; init; }

    /// <summary>A hub tells us what is new.</summary>
    public bool IsPushed { get; init; }

    /// <summary>Polls in a row that failed.</summary>
    public int Failures { get; init; }

    /// <summary>See <see cref="SourceFailure"/>.</summary>
    public string? FailureKind { get; init; }

    /// <summary>0 to 1: keeps sources that were added together from being asked together for ever.</summary>
    public double Jitter { get; init; }
}
