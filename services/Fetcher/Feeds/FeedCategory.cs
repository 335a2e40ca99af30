namespace Dateline.Fetcher.Feeds;

/// <summary>A category or tag of a feed or an entry.</summary>
public sealed record FeedCategory(string Name, string? Scheme = null, string? Label = null);
