namespace Dateline.Storage.Search;

/// <summary>A field of an article that a caller can ask for.</summary>
internal sealed record ArticleField(string Name, Type Type, Func<ArticleRecord, object?> Value)
{
    public static ArticleField Of<T>(string name, Func<ArticleRecord, T> value) => new(name, typeof(T), article => value(article));
}
