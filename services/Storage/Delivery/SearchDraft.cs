namespace Dateline.Storage.Delivery;

/// <summary>What somebody says to save a search.</summary>
/// <param name="Name">For people; unique.</param>
/// <param name="Query">In the query language.</param>
public sealed record SearchDraft(string Name, string Query);
