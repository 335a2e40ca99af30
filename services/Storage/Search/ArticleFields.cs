namespace Dateline.Storage.Search;

/// <summary>The fields that <c>fields</c> can name, in the order in which they are written.</summary>
internal static class ArticleFields
{
    public static readonly IReadOnlyList<ArticleField> All =
    [
        ArticleField.Of("id", article => article.Id),
        ArticleField.Of("url", article => article.Url),
        ArticleField.Of("canonicalUrl", article => article.CanonicalUrl),
        ArticleField.Of("title", article => article.Title),
        ArticleField.Of("authors", article => article.Authors),
        ArticleField.Of("publishedAt", article => article.PublishedAt),
        ArticleField.Of("publishedPrecision", article => article.PublishedPrecision),
        ArticleField.Of("modifiedAt", article => article.ModifiedAt),
        ArticleField.Of("language", article => article.Language),
        ArticleField.Of("siteName", article => article.SiteName),
        ArticleField.Of("sourceId", article => article.SourceId),
        ArticleField.Of("sourceTitle", article => article.SourceTitle),
        ArticleField.Of("summary", article => article.Summary),
        ArticleField.Of("text", article => article.Text),
        ArticleField.Of("tags", article => article.Tags),
        ArticleField.Of("entities", article => article.Entities),
        ArticleField.Of("places", article => article.Places),
        ArticleField.Of("keywords", article => article.Keywords),
        ArticleField.Of("topics", article => article.Topics),
        ArticleField.Of("wordCount", article => article.WordCount),
        ArticleField.Of("image", article => article.Image),
        ArticleField.Of("revision", article => article.Revision),
        ArticleField.Of("firstStoredAt", article => article.FirstStoredAt),
        ArticleField.Of("storedAt", article => article.StoredAt),
        ArticleField.Of("duplicateOf", article => article.DuplicateOf),
        ArticleField.Of("storyId", article => article.StoryId),
        ArticleField.Of("traceId", article => article.TraceId),
    ];

    /// <summary>Null when nothing was asked for.</summary>
    public static IReadOnlyList<ArticleField>? Read(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        return [.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Select(Find)];
    }

    private static ArticleField Find(string name) =>
        All.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw SearchMistakeException.In("fields", $"There is no field \"{name}\".", $"Use {string.Join(", ", All.Select(field => field.Name))}.");
}
