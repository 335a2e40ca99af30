namespace Dateline.Storage.Search;

/// <summary>Another article with the same text.</summary>
public sealed record ArticleCopy
{
    public required Guid Id { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? SourceTitle { get; init; }

    public required DateTime FirstStoredAt { get; init; }

    public string? Reason { get; init; }
}
