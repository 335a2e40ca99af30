namespace Dateline.Storage.Data;

/// <summary>A query that somebody keeps: to read as a feed, and to be told about.</summary>
public sealed class SavedSearchRow
{
    public required Guid Id { get; set; }

    public required string Name { get; set; }

    public required string Query { get; set; }

    /// <summary>Whoever knows it may read the feeds, without a key; null when that was revoked.</summary>
    public string? FeedToken { get; set; }

    public required DateTime CreatedAt { get; set; }

    public required DateTime UpdatedAt { get; set; }
}
