namespace Dateline.Storage.Tests.Delivery;

/// <summary>Some columns of an export, of each type one at least. The library leaves alone what a file has an empty list for.</summary>
public sealed record ExportedRow
{
    public long? Cursor { get; set; }

    public Guid? Id { get; set; }

    public string? Url { get; set; }

    public string? Title { get; set; }

    public List<string>? Authors { get; set; } = [];

    public DateTime? PublishedAt { get; set; }

    public string? Text { get; set; }

    public List<string>? Entities { get; set; } = [];

    public Guid? SourceId { get; set; }

    public int? WordCount { get; set; }

    public DateTime? StoredAt { get; set; }
}
