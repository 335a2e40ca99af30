namespace Dateline.Dashboard.Clients;

/// <summary>A part of the articles a search found.</summary>
/// <param name="Next">The cursor of the following part, null on the last.</param>
/// <param name="RankedAmong">By relevance only: how many of the newest matches were ranked.</param>
public sealed record ArticlePage(IReadOnlyList<Article> Items, string? Next, QueryEcho? Query, ArticleTotal? Total, int? RankedAmong);
