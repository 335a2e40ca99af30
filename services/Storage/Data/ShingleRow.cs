namespace Dateline.Storage.Data;

/// <summary>A run of words that stands in an article: the index by which near copies are found.</summary>
public sealed class ShingleRow
{
    public required long Hash { get; set; }

    public required Guid ArticleId { get; set; }
}
