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

    /// <summary>Last parsed with exactly this version.</summary>
    public string? ParserVersion { get; init; }

    /// <summary>Last parsed with any other version, or never: what a new parser has not seen yet.</summary>
    public string? ParserVersionNot { get; init; }

    /// <summary>Last enriched with exactly this version.</summary>
    public string? EnricherVersion { get; init; }

    /// <summary>Last enriched with any other version, or never.</summary>
    public string? EnricherVersionNot { get; init; }

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
        if (ParserVersion is not null)
            documents = documents.Where(row => row.ParserVersion == ParserVersion);
        if (ParserVersionNot is not null)
            documents = documents.Where(row => row.ParserVersion == null || row.ParserVersion != ParserVersionNot);
        if (EnricherVersion is not null)
            documents = documents.Where(row => row.EnricherVersion == EnricherVersion);
        if (EnricherVersionNot is not null)
            documents = documents.Where(row => row.EnricherVersion == null || row.EnricherVersion != EnricherVersionNot);
        if (From?.UtcDateTime is { } from)
            documents = documents.Where(row => row.AcceptedAt >= from);
        if (To?.UtcDateTime is { } to)
            documents = documents.Where(row => row.AcceptedAt < to);
        return documents;
    }
}
