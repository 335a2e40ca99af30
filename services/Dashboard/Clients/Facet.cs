namespace Dateline.Dashboard.Clients;

/// <summary>The commonest values of one field among the matches.</summary>
/// <param name="Counting">exact, or sampled: then counts are estimates.</param>
public sealed record Facet(string Field, IReadOnlyList<FacetValue> Values, string Counting);
