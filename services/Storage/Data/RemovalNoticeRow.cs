namespace Dateline.Storage.Data;

/// <summary>A document of a removed article, of which the fetcher has not been told yet.</summary>
public sealed class RemovalNoticeRow
{
    public required Guid DocumentId { get; set; }

    public required Guid ArticleId { get; set; }

    public required string Reason { get; set; }

    public required DateTime RemovedAt { get; set; }
}
