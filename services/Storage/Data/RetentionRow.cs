namespace Dateline.Storage.Data;

/// <summary>How long articles of a source or with a tag are kept.</summary>
public sealed class RetentionRow
{
    public required Guid Id { get; set; }

    public Guid? SourceId { get; set; }

    public string? Tag { get; set; }

    /// <summary>After they were first stored.</summary>
    public required int Days { get; set; }

    public required DateTime CreatedAt { get; set; }
}
