namespace Dateline.Dashboard.Clients;

/// <summary>An article like another one.</summary>
/// <param name="Relation">copy, story or topic.</param>
/// <param name="Similarity">Of what they are about, 0 to 1.</param>
/// <param name="CommonText">Percent of this one that stands in the other; for copies.</param>
/// <param name="Shared">The words both are about.</param>
public sealed record SimilarArticle(
    Guid Id, string? Title, string? Url, string? SourceTitle, DateTimeOffset At, Guid StoryId, string Relation, double Similarity, int? CommonText, IReadOnlyList<string> Shared);
