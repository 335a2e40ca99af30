namespace Dateline.Dashboard.Clients;

/// <summary>What the matches of a query have in common.</summary>
public sealed record FacetList(IReadOnlyList<Facet> Items);
