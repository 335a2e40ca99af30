namespace Dateline.Storage.Search;

/// <summary>How many articles are of one story, or have one text.</summary>
internal sealed class ArticleGroup
{
    public Guid Id { get; init; }

    public long Articles { get; init; }
}
