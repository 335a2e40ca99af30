namespace Dateline.Storage.Duplicates;

/// <summary>Says what an article is a copy of.</summary>
/// <param name="Original">The article that had the text first; null when it is no copy.</param>
public sealed record CopyDecision(Guid? Original);
