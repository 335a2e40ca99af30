namespace Dateline.Storage.Stories;

/// <summary>Stories, the latest first.</summary>
/// <param name="Items">At most as many as asked for.</param>
/// <param name="Next">For the next page; null at the end.</param>
public sealed record StoryPage(IReadOnlyList<StorySummary> Items, string? Next);
