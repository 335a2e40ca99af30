namespace Dateline.Storage.Search;

/// <summary>A page of results with the fields that were asked for.</summary>
public sealed record SelectedPage
{
    public required IReadOnlyList<IReadOnlyDictionary<string, object?>> Items { get; init; }

    public string? Next { get; init; }

    public required QueryEcho Query { get; init; }

    public required ArticleTotal Total { get; init; }

    public int? RankedAmong { get; init; }

    public DateTime? SearchedBackTo { get; init; }

    internal static SelectedPage Of(ArticlePage page, IReadOnlyList<ArticleField> fields) => new()
    {
        Items = [.. page.Rows.Zip(page.Items, (row, item) => Select(ArticleRecord.Of(row), fields, item.Collapsed))],
        Next = page.Next,
        Query = page.Query,
        Total = page.Total,
        RankedAmong = page.RankedAmong,
        SearchedBackTo = page.SearchedBackTo,
    };

    /// <summary>Whoever asks for one of each wants to know of how many.</summary>
    private static Dictionary<string, object?> Select(ArticleRecord article, IReadOnlyList<ArticleField> fields, int? collapsed)
    {
        var selected = Select(article, fields);
        if (collapsed is { } others)
            selected.Add("collapsed", others);
        return selected;
    }

    internal static Dictionary<string, object?> Select(ArticleRecord article, IReadOnlyList<ArticleField> fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value(article));
}
