using System.Text.Json.Serialization;
using Dateline.Storage.Data;

namespace Dateline.Storage.Search;

/// <summary>A page of results.</summary>
public sealed record ArticlePage
{
    public required IReadOnlyList<FoundArticle> Items { get; init; }

    /// <summary>The rows behind the items, for other selections of fields.</summary>
    [JsonIgnore]
    internal IReadOnlyList<ArticleRow> Rows { get; init; } = [];

    /// <summary>Give it as <c>cursor</c> to get the next page; null on the last.</summary>
    public string? Next { get; init; }

    public required QueryEcho Query { get; init; }

    public required ArticleTotal Total { get; init; }

    /// <summary>
    /// Null unless so many articles have the words of a phrase that only the newest of them were compared for this page: back to this
    /// moment. The page may be short then, or empty; <c>next</c> goes on from there.
    /// </summary>
    public DateTime? SearchedBackTo { get; init; }

    /// <summary>By relevance only: how many of the newest matches were ranked.</summary>
    public int? RankedAmong { get; init; }
}
