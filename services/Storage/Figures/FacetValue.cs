namespace Dateline.Storage.Figures;

/// <summary>A value and how many of the matches have it.</summary>
/// <param name="Value">As it is stored.</param>
/// <param name="Label">For people, when the value is not.</param>
/// <param name="Count">Articles.</param>
/// <param name="Query">Add it to the query to see only these.</param>
public sealed record FacetValue(string Value, string? Label, long Count, string Query);
