namespace Dateline.Storage.Stories;

/// <summary>A story with its articles and how it spread.</summary>
public sealed record StoryView
{
    public required StorySummary Story { get; init; }

    /// <summary>In the order of their dates, at most 500; <c>story.members</c> counts all.</summary>
    public required IReadOnlyList<StoryArticle> Articles { get; init; }

    /// <summary>Who reported it, most first.</summary>
    public required IReadOnlyList<StorySource> Sources { get; init; }

    /// <summary>Articles per hour of UTC, hours without any left out.</summary>
    public required IReadOnlyList<StoryHour> Hours { get; init; }
}
