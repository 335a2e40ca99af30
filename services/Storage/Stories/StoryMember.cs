using Dateline.Storage.Data;

namespace Dateline.Storage.Stories;

/// <summary>An article as its story sees it.</summary>
/// <param name="At">Published, or first stored.</param>
/// <param name="Score">Which report is worth showing for all: the fullest one that is no copy.</param>
internal sealed record StoryMember(Guid Id, DateTime At, int Score)
{
    /// <summary>Beyond this a report is long, not fuller.</summary>
    private const int EnoughWords = 1000;

    private const int GoodSign = 100;

    public static StoryMember Of(ArticleRow article) =>
        Of(article.Id, article.SortAt, article.WordCount, article.DuplicateOf is not null,
            (article.Image is null ? 0 : 1) + (article.Authors.Count > 0 ? 1 : 0) + (article.TitleDerived ? 0 : 1));

    /// <param name="goodSigns">An image, an author, a title of its own.</param>
    public static StoryMember Of(Guid id, DateTime at, int words, bool copy, int goodSigns) =>
        new(id, at, copy ? 0 : 1 + Math.Min(words, EnoughWords) + GoodSign * goodSigns);
}
