namespace Dateline.Fetcher.Feeds;

/// <summary>A file that belongs to an entry: image, sound, video.</summary>
/// <param name="Length">Bytes, as the feed says.</param>
public sealed record FeedEnclosure(string Url, string? Type, long? Length);
