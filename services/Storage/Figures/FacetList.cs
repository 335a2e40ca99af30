using Dateline.Storage.Search;

namespace Dateline.Storage.Figures;

/// <summary>What the matches of a query have in common.</summary>
public sealed record FacetList
{
    public required IReadOnlyList<Facet> Items { get; init; }

    public required QueryEcho Query { get; init; }

    public required ArticleTotal Total { get; init; }
}
