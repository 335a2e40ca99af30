namespace Dateline.Contracts;

/// <summary>What the feed said about the document before it was fetched.</summary>
public sealed record FeedHints
{
    public string? Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public string? Language { get; init; }
}
