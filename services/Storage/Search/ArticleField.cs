namespace Dateline.Storage.Search;

/// <summary>A field of an article that a caller can ask for.</summary>
internal sealed record ArticleField(string Name, Func<ArticleRecord, object?> Value);
