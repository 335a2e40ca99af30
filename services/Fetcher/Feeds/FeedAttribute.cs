namespace Dateline.Fetcher.Feeds;

/// <summary>An attribute: its name as <see cref="FeedNode.FullName"/> is written, its value a slice of the source.</summary>
internal readonly record struct FeedAttribute(string Name, int Start, int Length);
