namespace Dateline.Storage.Search;

/// <summary>How many articles match a query.</summary>
/// <param name="Value">As of the first page.</param>
/// <param name="Kind">exact; estimated (by the planner's statistics); at-least.</param>
public sealed record ArticleTotal(long Value, string Kind);
