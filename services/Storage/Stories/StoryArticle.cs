namespace Dateline.Storage.Stories;

/// <summary>An article of a story.</summary>
public sealed record StoryArticle
{
    public required Guid Id { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    public string? SourceTitle { get; init; }

    public required string Language { get; init; }

    /// <summary>Published, or first stored.</summary>
    public required DateTime At { get; init; }

    /// <summary>The article that it is a copy of.</summary>
    public Guid? DuplicateOf { get; init; }

    /// <summary>How alike it and the story are, 0 to 1; low values are what a person may want to split off.</summary>
    public required double Similarity { get; init; }
}
