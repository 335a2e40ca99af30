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
        Items = [.. page.Rows.Zip(page.Items, (row, found) => Select(ArticleRecord.Of(row), found.Collapsed, fields))],
        Next = page.Next,
        Query = page.Query,
        Total = page.Total,
        RankedAmong = page.RankedAmong,
        SearchedBackTo = page.SearchedBackTo,
    };

    private static Dictionary<string, object?> Select(ArticleRecord article, int? collapsed, IReadOnlyList<ArticleField> fields)
    {
        var selected = fields.ToDictionary(field => field.Name, field => field.Value(article));
        if (collapsed is { } others)
            selected.Add("collapsed", others);
        return selected;
    }
}
