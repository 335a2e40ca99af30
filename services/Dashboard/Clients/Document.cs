namespace Dateline.Dashboard.Clients;

/// <summary>An accepted document with its fate and its journey.</summary>
public sealed record Document
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

    public long Length { get; init; }

    public DateTimeOffset FetchedAt { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public Guid? ArticleId { get; init; }

    public int? Revision { get; init; }

    public Guid? DuplicateOf { get; init; }

    public int Run { get; init; }

    public string? TraceId { get; init; }

    public IReadOnlyList<string> EarlierTraceIds { get; init; } = [];

    public string? QuarantineGroup { get; init; }

    public IReadOnlyList<Hop> Hops { get; init; } = [];

    /// <summary>What people call it: the file's name or the address, without the scheme.</summary>
    public string Name =>
        FileName ?? Url?.Replace("https://", "", StringComparison.OrdinalIgnoreCase).Replace("http://", "", StringComparison.OrdinalIgnoreCase) ?? "Untitled upload";
}
