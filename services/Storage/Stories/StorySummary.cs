namespace Dateline.Storage.Stories;

/// <summary>A story in a list.</summary>
public sealed record StorySummary
{
    public required Guid Id { get; init; }

    /// <summary>Title of the best article.</summary>
    public string? Title { get; init; }

    /// <summary>Date of the earliest article.</summary>
    public required DateTime FirstSeen { get; init; }

    public required DateTime LastSeen { get; init; }

    /// <summary>Articles in it, copies among them.</summary>
    public required int Members { get; init; }

    public required Guid FirstArticle { get; init; }

    /// <summary>The fullest report that is no copy.</summary>
    public required Guid BestArticle { get; init; }

    /// <summary>The words that its articles share, heaviest first.</summary>
    public required IReadOnlyList<string> About { get; init; }
}
