using Dateline.Storage.Data;

namespace Dateline.Storage.Retention;

/// <summary>How long articles of a source or with a tag are kept. Of several rules for one article the longest counts.</summary>
public sealed record RetentionRule
{
    public required Guid Id { get; init; }

    public Guid? SourceId { get; init; }

    /// <summary>Upper and lower case are the same.</summary>
    public string? Tag { get; init; }

    /// <summary>After they were first stored.</summary>
    public required int Days { get; init; }

    public required DateTime CreatedAt { get; init; }

    internal static RetentionRule Of(RetentionRow row) => new() { Id = row.Id, SourceId = row.SourceId, Tag = row.Tag, Days = row.Days, CreatedAt = row.CreatedAt };
}
