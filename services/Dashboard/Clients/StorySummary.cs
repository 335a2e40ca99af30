namespace Dateline.Dashboard.Clients;

/// <summary>An event and how many articles report it.</summary>
/// <param name="Title">Of the best article.</param>
/// <param name="Members">Articles in it, copies among them.</param>
/// <param name="BestArticle">The fullest report that is no copy.</param>
/// <param name="About">The words that its articles share, heaviest first.</param>
public sealed record StorySummary(
    Guid Id, string? Title, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, int Members, Guid FirstArticle, Guid BestArticle, IReadOnlyList<string> About);
