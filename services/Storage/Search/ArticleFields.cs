namespace Dateline.Storage.Search;

/// <summary>The fields that <c>fields</c> can name, in the order in which they are written.</summary>
internal static class ArticleFields
{
    public static readonly IReadOnlyList<ArticleField> All =
    [
        new("id", article => article.Id),
        new("url", article => article.Url),
        new("canonicalUrl", article => article.CanonicalUrl),
        new("title", article => article.Title),
        new("authors", article => article.Authors),
        new("publishedAt", article => article.PublishedAt),
        new("publishedPrecision", article => article.PublishedPrecision),
        new("modifiedAt", article => article.ModifiedAt),
        new("language", article => article.Language),
        new("siteName", article => article.SiteName),
        new("sourceId", article => article.SourceId),
        new("sourceTitle", article => article.SourceTitle),
        new("summary", article => article.Summary),
        new("text", article => article.Text),
        new("tags", article => article.Tags),
        new("entities", article => article.Entities),
        new("places", article => article.Places),
        new("keywords", article => article.Keywords),
        new("topics", article => article.Topics),
        new("wordCount", article => article.WordCount),
        new("image", article => article.Image),
        new("revision", article => article.Revision),
        new("firstStoredAt", article => article.FirstStoredAt),
        new("storedAt", article => article.StoredAt),
        new("duplicateOf", article => article.DuplicateOf),
        new("storyId", article => article.StoryId),
        new("traceId", article => article.TraceId),
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
