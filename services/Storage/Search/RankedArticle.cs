namespace Dateline.Storage.Search;

/// <summary>An article's place in a ranking.</summary>
internal sealed class RankedArticle
{
    public long Seq { get; init; }

    public double Rank { get; init; }
}
