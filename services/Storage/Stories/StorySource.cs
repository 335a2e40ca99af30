namespace Dateline.Storage.Stories;

/// <summary>How much of a story came from one source.</summary>
/// <param name="Name">The source's title, else the site's host.</param>
/// <param name="Articles">Copies among them.</param>
/// <param name="Copies">Near or exact.</param>
/// <param name="First">When it first reported.</param>
public sealed record StorySource(string? Name, int Articles, int Copies, DateTime First);
