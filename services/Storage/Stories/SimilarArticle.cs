namespace Dateline.Storage.Stories;

/// <summary>An article like another one, with why.</summary>
public sealed record SimilarArticle
{
    public required Guid Id { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? SourceTitle { get; init; }

    public required DateTime At { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>copy, story or topic.</summary>
    public required string Relation { get; init; }

    /// <summary>Of what they are about, 0 to 1.</summary>
    public required double Similarity { get; init; }

    /// <summary>Percent of this article's words that stand in the one asked about; only for copies.</summary>
    public int? CommonText { get; init; }

    /// <summary>The words that both are about, heaviest first.</summary>
    public required IReadOnlyList<string> Shared { get; init; }
}
