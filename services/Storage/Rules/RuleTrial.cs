namespace Dateline.Storage.Rules;

/// <summary>A rule's query to be tried on what was stored lately.</summary>
/// <param name="Query">In the query language.</param>
/// <param name="Days">How far to look back, 1 to 365.</param>
public sealed record RuleTrial(string Query, int Days = 7);
