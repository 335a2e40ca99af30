namespace Dateline.Dashboard.Clients;

/// <summary>Another article with the same text.</summary>
public sealed record ArticleCopy(Guid Id, string? Title, string? Url, string? SourceTitle, DateTimeOffset FirstStoredAt, string? Reason);
