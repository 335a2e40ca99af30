namespace Dateline.Dashboard.Clients;

/// <summary>A value and how many of the matches have it.</summary>
/// <param name="Query">Added to the query, it narrows to these.</param>
public sealed record FacetValue(string Value, string? Label, long Count, string Query);
