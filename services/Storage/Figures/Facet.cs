namespace Dateline.Storage.Figures;

/// <summary>The commonest values of one field among the matches.</summary>
public sealed record Facet
{
    /// <summary>source, language, site, author, tag, entity, place, country, topic or keyword.</summary>
    public required string Field { get; init; }

    public required IReadOnlyList<FacetValue> Values { get; init; }

    /// <summary>exact, or sampled: then counts are estimates from some of the matches.</summary>
    public required string Counting { get; init; }

    /// <summary>Matches that were read.</summary>
    public required long Read { get; init; }
}
