namespace Dateline.Fetcher.Sources;

/// <summary>An entry that would come in.</summary>
/// <param name="Takes">page: its page would be fetched; text: the feed carries it; nothing: neither address nor text.</param>
/// <param name="Known">It was seen before, and would not come in again.</param>
public sealed record PreviewEntry(string? Title, string? Url, DateTimeOffset? PublishedAt, string Takes, bool Known);
