namespace Dateline.Storage.Search;

/// <summary>How many articles match a query.</summary>
/// <param name="Value">As of the first page.</param>
/// <param name="Kind">exact; at-least; estimated (by the database's statistics).</param>
public sealed record ArticleTotal(long Value, string Kind);
