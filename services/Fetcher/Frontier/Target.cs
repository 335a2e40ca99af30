namespace Dateline.Fetcher.Frontier;

/// <summary>
/// An address that was seen and what is to become of it. The table of targets is the frontier, the memory of what was seen, and
/// the schedule of sources, so that pages and feeds of a host share one budget. Times are UTC.
/// </summary>
public sealed class Target
{
    public required Guid Id { get; init; }

    /// <summary>Equal for addresses that are the same; unique.</summary>
    public required string Key { get; init; }

    public required string Url { get; init; }

    /// <summary>Whose turn it waits for: that of <see cref="MovedTo"/>, while it is set.</summary>
    public required string Host { get; set; }

    /// <summary>Where a redirect led that waits for its own host's turn.</summary>
    public string? MovedTo { get; set; }

    /// <summary>How many redirects led there.</summary>
    public int Moves { get; set; }

    /// <summary>What is to be asked for now.</summary>
    public string Address => MovedTo ?? Url;

    /// <summary>See <see cref="TargetKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>See <see cref="TargetStatus"/>.</summary>
    public required string Status { get; set; }

    public string? Reason { get; set; }

    public string? Detail { get; set; }

    public int Attempts { get; set; }

    /// <summary>When its next try is due; null when there is none.</summary>
    public DateTime? NextAt { get; set; }

    public int? HttpStatus { get; set; }

    public required DateTime SeenAt { get; init; }

    public DateTime? FetchedAt { get; set; }

    public Guid? SourceId { get; init; }

    /// <summary>The source's name when it found the address.</summary>
    public string? SourceTitle { get; init; }

    /// <summary>The target, a feed, that led here.</summary>
    public Guid? Via { get; init; }

    /// <summary>How many addresses it led to.</summary>
    public int? Entries { get; set; }

    public Guid? DocumentId { get; set; }

    /// <summary>JSON of <see cref="Contracts.FeedHints"/>.</summary>
    public string? FeedHints { get; set; }

    /// <summary>When the feed said that the entry changed; a later time makes it due again.</summary>
    public DateTime? EntryUpdatedAt { get; set; }

    /// <summary>W3C trace context of the poll or request that found it.</summary>
    public string? Cause { get; set; }
}
