namespace Dateline.Storage.Search;

/// <summary>Where an article stands in the order of time.</summary>
internal sealed class ArticlePlace
{
    public long Seq { get; init; }

    public DateTime SortAt { get; init; }

    /// <summary>1 if it was compared and matches.</summary>
    public int Matches { get; init; }
}
