namespace Dateline.Dashboard.Clients;

/// <summary>A document that arrived for an article, and what it came to.</summary>
public sealed record ArticleArrival(Guid DocumentId, int Run, string Outcome, int Revision, string? Reason, string? Url, DateTimeOffset StoredAt);
