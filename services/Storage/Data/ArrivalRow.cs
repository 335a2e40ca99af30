namespace Dateline.Storage.Data;

/// <summary>
/// What became of one run of one document. Written in the transaction that stored it, so that a message which arrives again gets
/// the same answer again.
/// </summary>
public sealed class ArrivalRow
{
    public required Guid DocumentId { get; set; }

    public required int Run { get; set; }

    public required Guid ArticleId { get; set; }

    public required int Revision { get; set; }

    /// <summary>Wire name of the outcome.</summary>
    public required string Outcome { get; set; }

    public Guid? DuplicateOf { get; set; }

    public string? Reason { get; set; }

    /// <summary>Of the article when the document arrived; a person may have changed it since.</summary>
    public Guid? StoryId { get; set; }

    public Guid? SourceId { get; set; }

    public string? Url { get; set; }

    public required DateTime FetchedAt { get; set; }

    public required DateTime StoredAt { get; set; }

    public string? TraceId { get; set; }
}
