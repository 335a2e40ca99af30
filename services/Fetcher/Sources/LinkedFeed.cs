namespace Dateline.Fetcher.Sources;

/// <summary>A feed that a page links to.</summary>
/// <param name="Type">Media type, as the page says.</param>
public sealed record LinkedFeed(string Url, string? Title, string Type);
