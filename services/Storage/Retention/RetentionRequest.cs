namespace Dateline.Storage.Retention;

/// <summary>Asks for a retention rule: a source or a tag, and for how many days.</summary>
public sealed record RetentionRequest(Guid? SourceId, string? Tag, int Days);
