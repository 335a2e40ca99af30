using Dateline.Contracts;

namespace Dateline.Fetcher.Ledger;

/// <summary>A ledger row as REST shows it: what came in, what became of it, and the way it went.</summary>
public sealed record DocumentView
{
    public required Guid Id { get; init; }

    public required string Fate { get; init; }

    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public string? Url { get; init; }

    public string? FinalUrl { get; init; }

    public string? FileName { get; init; }

    public Guid? SourceId { get; init; }

    public string? SourceTitle { get; init; }

    public string? MediaType { get; init; }

    public required long Length { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public Guid? ArticleId { get; init; }

    public int? Revision { get; init; }

    public Guid? DuplicateOf { get; init; }

    public Guid? StoryId { get; init; }

    /// <summary>What it was last parsed with.</summary>
    public string? ParserVersion { get; init; }

    /// <summary>What it was last enriched with.</summary>
    public string? EnricherVersion { get; init; }

    public required int Run { get; init; }

    public required string TraceId { get; init; }

    public required IReadOnlyList<string> EarlierTraceIds { get; init; }

    public string? QuarantineGroup { get; init; }

    public required IReadOnlyList<Hop> Hops { get; init; }

    public static DocumentView From(LedgerEntry entry) => new()
    {
        Id = entry.Id,
        Fate = entry.Fate ?? Ledger.Fate.InFlight,
        Reason = entry.Reason,
        Detail = entry.Detail,
        Url = entry.Url,
        FinalUrl = entry.FinalUrl,
        FileName = entry.FileName,
        SourceId = entry.SourceId,
        SourceTitle = entry.SourceTitle,
        MediaType = entry.MediaType,
        Length = entry.Length,
        FetchedAt = entry.FetchedAt,
        AcceptedAt = entry.AcceptedAt,
        SettledAt = entry.SettledAt,
        ArticleId = entry.ArticleId,
        Revision = entry.Revision,
        DuplicateOf = entry.DuplicateOf,
        StoryId = entry.StoryId,
        ParserVersion = entry.ParserVersion,
        EnricherVersion = entry.EnricherVersion,
        Run = entry.Run,
        TraceId = DocumentTrace.IdOf(entry.TraceParent),
        EarlierTraceIds = entry.EarlierTraces?.Split(' ') ?? [],
        QuarantineGroup = entry.FaultGroup,
        Hops = LedgerJson.Read<Journey>(entry.Journey).Hops,
    };
}
