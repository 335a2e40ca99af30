namespace Dateline.Dashboard.Clients;

/// <summary>A feed that a page links to.</summary>
public sealed record LinkedFeed(string Url, string? Title, string Type);
