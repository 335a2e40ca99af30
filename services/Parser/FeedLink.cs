namespace Dateline.Parser;

/// <summary>A feed that a page advertises, with its absolute address where the page's own is known.</summary>
public sealed record FeedLink(string Url, string? Title, string Type);
