namespace Dateline.Storage.Duplicates;

/// <summary>A stored article that another may be a copy of.</summary>
internal sealed record CopyCandidate
{
    public required Guid Id { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? SourceTitle { get; init; }

    public required DateTime FirstStoredAt { get; init; }

    public DateTime? PublishedAt { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>The article that it is a copy of itself.</summary>
    public Guid? DuplicateOf { get; init; }

    public required TextShingles Shingles { get; init; }

    /// <summary>The first of its copies: what another copy of it is linked to.</summary>
    public Guid Original => DuplicateOf ?? Id;
}
