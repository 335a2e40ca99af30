namespace Dateline.Storage.Data;

/// <summary>What stays of an article that was removed, so that polling its source again does not bring it back.</summary>
public sealed class TombstoneRow
{
    public required Guid ArticleId { get; set; }

    /// <summary>Rises with every write to any article or tombstone, for whoever follows changes.</summary>
    public long Change { get; set; }

    public required Guid RemovalId { get; set; }

    public required DateTime RemovedAt { get; set; }

    /// <summary>For people: takedown or retention, and why.</summary>
    public required string Reason { get; set; }
}
