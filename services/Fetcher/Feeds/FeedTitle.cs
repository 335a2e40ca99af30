namespace Dateline.Fetcher.Feeds;

/// <summary>A title in one line of plain text, and as HTML where it carries links, which plain text would lose.</summary>
internal sealed record FeedTitle(string Plain, string? Html);
