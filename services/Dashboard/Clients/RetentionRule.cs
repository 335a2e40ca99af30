namespace Dateline.Dashboard.Clients;

/// <summary>How long articles of a source or with a tag are kept.</summary>
public sealed record RetentionRule(Guid Id, Guid? SourceId, string? Tag, int Days, DateTimeOffset CreatedAt);
