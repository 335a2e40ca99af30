namespace Dateline.Dashboard.Clients;

/// <summary>An article of a story.</summary>
/// <param name="Similarity">How alike it and the story are, 0 to 1.</param>
public sealed record StoryArticle(Guid Id, string? Title, string? Url, string? SourceTitle, string? Language, DateTimeOffset At, Guid? DuplicateOf, double Similarity);
