using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Sources;

/// <summary>What one poll came to.</summary>
public sealed record PollOutcome
{
    public required FetchResult Result { get; init; }

    /// <summary>The host's turn ends with it.</summary>
    public bool HoldsTurn { get; init; } = true;

    /// <summary>Of a whole answer that was read; its validators are saved with it.</summary>
    public string? BodyHash { get; init; }

    /// <summary>Null when nothing was new to read.</summary>
    public Feed? Feed { get; init; }

    public EntriesKept Kept { get; init; } = new(0, 0, 0);

    /// <summary>See <see cref="SourceFailure"/>.</summary>
    public string? FailureKind { get; init; }

    /// <summary>For people.</summary>
    public string? Problem { get; init; }

    /// <summary>Feeds that the answer, a page, links to.</summary>
    public IReadOnlyList<LinkedFeed> Links { get; init; } = [];

    /// <summary>An empty feed is worth a word and is asked as usual.</summary>
    public bool IsFailure => FailureKind is not null and not SourceFailure.Empty;
}
