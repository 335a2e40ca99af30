namespace Dateline.Storage.Stories;

/// <summary>Asks for articles to be taken out of their story.</summary>
/// <param name="Articles">Those that become a story of their own.</param>
public sealed record StorySplit(IReadOnlyList<Guid> Articles);
