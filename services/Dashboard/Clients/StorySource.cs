namespace Dateline.Dashboard.Clients;

/// <summary>How much of a story came from one source.</summary>
/// <param name="Copies">Among its articles.</param>
public sealed record StorySource(string? Name, int Articles, int Copies, DateTimeOffset First);
