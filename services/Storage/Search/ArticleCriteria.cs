using Dateline.Query.Syntax;

namespace Dateline.Storage.Search;

/// <summary>A search as it was understood.</summary>
public sealed record ArticleCriteria
{
    public const int DefaultLimit = 50;

    public const int MaxLimit = 200;

    /// <summary>The query and the filters of the address together.</summary>
    public QueryNode Query { get; init; } = new AllNode();

    public ArticleSort Sort { get; init; }

    public CopyHandling Collapse { get; init; }

    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Null for the usual selection.</summary>
    internal IReadOnlyList<ArticleField>? Fields { get; init; }

    internal SearchCursor? After { get; init; }

    internal string Hash => SearchCursor.HashOf($"{Query}|{Sort}|{Collapse}");
}
