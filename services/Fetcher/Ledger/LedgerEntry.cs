namespace Dateline.Fetcher.Ledger;

/// <summary>
/// One accepted document and what became of it. The ledger is the outbox too: a row without a fate is still owed to the line.
/// Times are UTC.
/// </summary>
public sealed class LedgerEntry
{
    public required Guid Id { get; init; }

    /// <summary>How often it was sent on purpose; see <see cref="Contracts.DocumentRef.Run"/>.</summary>
    public int Run { get; set; }

    public Guid? SourceId { get; init; }

    public string? SourceTitle { get; init; }

    public string? Url { get; init; }

    public string? FinalUrl { get; init; }

    public string? FileName { get; init; }

    public required string ContentKey { get; init; }

    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    public required long Length { get; init; }

    /// <summary>JSON of <see cref="Contracts.FeedHints"/>.</summary>
    public string? FeedHints { get; init; }

    /// <summary>JSON of <see cref="Contracts.ResponseFacts"/>.</summary>
    public string? ResponseFacts { get; init; }

    public required DateTime FetchedAt { get; init; }

    public required DateTime AcceptedAt { get; init; }

    /// <summary>W3C trace context of the current run's accept or replay span: whatever is sent again joins that trace.</summary>
    public required string TraceParent { get; set; }

    /// <summary>Trace ids of earlier runs, oldest first, separated by spaces.</summary>
    public string? EarlierTraces { get; set; }

    /// <summary>Null while in flight; see <see cref="Fate"/>.</summary>
    public string? Fate { get; set; }

    /// <summary>A reason of a closed list for rejected ones, else a short one for people.</summary>
    public string? Reason { get; set; }

    public string? Detail { get; set; }

    public Guid? ArticleId { get; set; }

    public int? Revision { get; set; }

    public Guid? DuplicateOf { get; set; }

    public Guid? StoryId { get; set; }

    /// <summary>JSON of <see cref="Contracts.Journey"/>.</summary>
    public required string Journey { get; set; }

    /// <summary>The version of the parser that last answered for it; null before any did.</summary>
    public string? ParserVersion { get; set; }

    /// <summary>The version of the enricher that last answered for it; null before any did.</summary>
    public string? EnricherVersion { get; set; }

    public DateTime? SettledAt { get; set; }

    /// <summary>When it is to be sent, or sent again if nothing was heard of it. Null once settled.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>How often the current run was handed to the line.</summary>
    public int Sends { get; set; }

    /// <summary>The group of like faults it is quarantined under.</summary>
    public string? FaultGroup { get; set; }
}
