namespace Dateline.Fetcher.Frontier;

/// <summary>An address in the frontier as REST shows it.</summary>
public sealed record TargetView
{
    public required Guid Id { get; init; }

    public required string Url { get; init; }

    public required string Host { get; init; }

    /// <summary>
    /// waiting: for its turn at the host; fetched: a document or a feed came of it; unfetched: it will not be fetched, see
    /// <see cref="Reason"/>; failed: given up after several tries.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>
    /// Of a closed list: robots, off, duplicate, redirected; line-full, stopped, database-outage, internal-error of ours; or how the
    /// fetch failed: refused-address, status, timeout, dns, too-large and so on.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>Where a redirect led that waits for its turn.</summary>
    public string? MovedTo { get; init; }

    /// <summary>For people.</summary>
    public string? Detail { get; init; }

    public int Attempts { get; init; }

    /// <summary>When its next try is due; its host may make it wait longer.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public int? HttpStatus { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset? FetchedAt { get; init; }

    public Guid? SourceId { get; init; }

    /// <summary>The target, a feed, that led to this one.</summary>
    public Guid? Via { get; init; }

    /// <summary>How many addresses it led to, when it turned out to be a feed.</summary>
    public int? Entries { get; init; }

    public Guid? DocumentId { get; init; }
}
