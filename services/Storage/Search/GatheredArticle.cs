namespace Dateline.Storage.Search;

/// <summary>An article found, with the number of all that match.</summary>
internal sealed class GatheredArticle
{
    public long Seq { get; init; }

    public long Total { get; init; }
}
