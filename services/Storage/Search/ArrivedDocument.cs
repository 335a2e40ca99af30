namespace Dateline.Storage.Search;

/// <summary>A document that arrived for an article, and what it came to.</summary>
public sealed record ArrivedDocument
{
    public required Guid DocumentId { get; init; }

    /// <summary>0 for the first run; one more for each replay.</summary>
    public required int Run { get; init; }

    /// <summary>stored, revised, unchanged or duplicate.</summary>
    public required string Outcome { get; init; }

    /// <summary>The article's revision after it.</summary>
    public required int Revision { get; init; }

    public string? Reason { get; init; }

    public string? Url { get; init; }

    public Guid? SourceId { get; init; }

    public required DateTime FetchedAt { get; init; }

    public required DateTime StoredAt { get; init; }

    public string? TraceId { get; init; }
}
