using Dateline.Storage.Search;

namespace Dateline.Storage.Figures;

/// <summary>Who and what the matches of a query name most.</summary>
public sealed record EntityList
{
    public required IReadOnlyList<EntityCount> Items { get; init; }

    public required QueryEcho Query { get; init; }

    public required ArticleTotal Total { get; init; }

    /// <summary>exact, or sampled: then counts are estimates from some of the matches.</summary>
    public required string Counting { get; init; }

    /// <summary>Matches that were read.</summary>
    public required long Read { get; init; }
}
