namespace Dateline.Fetcher.Ledger;

/// <summary>Which documents to replay. All conditions that are given must hold.</summary>
public sealed record ReplaySelection
{
    public IReadOnlyList<Guid>? Ids { get; init; }

    public Guid? SourceId { get; init; }

    public string? Fate { get; init; }

    public string? Reason { get; init; }

    /// <summary>A quarantine group.</summary>
    public string? Group { get; init; }

    /// <summary>Accepted at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Accepted before.</summary>
    public DateTimeOffset? To { get; init; }

    public int Limit { get; init; } = 100_000;

    /// <summary>Whether anything narrows it down: replaying everything must be meant.</summary>
    public bool IsEmpty => this with { Limit = 0 } == new ReplaySelection { Limit = 0 };

    public IQueryable<LedgerEntry> Apply(IQueryable<LedgerEntry> documents)
    {
        if (Ids is not null)
            documents = documents.Where(row => Ids.Contains(row.Id));
        if (SourceId is not null)
            documents = documents.Where(row => row.SourceId == SourceId);
        if (Fate is not null)
            documents = documents.Where(row => row.Fate == Fate);
        if (Reason is not null)
            documents = documents.Where(row => row.Reason == Reason);
        if (Group is not null)
            documents = documents.Where(row => row.FaultGroup == Group);
        if (From?.UtcDateTime is { } from)
            documents = documents.Where(row => row.AcceptedAt >= from);
        if (To?.UtcDateTime is { } to)
            documents = documents.Where(row => row.AcceptedAt < to);
        return documents;
    }
}
