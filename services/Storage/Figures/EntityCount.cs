namespace Dateline.Storage.Figures;

/// <summary>Somebody or something that matches name.</summary>
/// <param name="Name">The name its mentions are gathered under.</param>
/// <param name="Type">person, organisation, place, norp, event or other.</param>
/// <param name="Articles">Matches that name it.</param>
/// <param name="Query">Add it to the query to see only these.</param>
public sealed record EntityCount(string Name, string Type, long Articles, string Query);
