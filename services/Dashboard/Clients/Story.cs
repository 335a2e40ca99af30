using System.Text.Json.Serialization;

namespace Dateline.Dashboard.Clients;

/// <summary>A story with its articles and how it spread.</summary>
/// <param name="Articles">In the order of their dates, at most 500.</param>
/// <param name="Sources">Who reported it, most first.</param>
/// <param name="Hours">Articles by the hour; hours without any are left out.</param>
public sealed record Story(
    [property: JsonPropertyName("story")] StorySummary Summary, IReadOnlyList<StoryArticle> Articles, IReadOnlyList<StorySource> Sources, IReadOnlyList<StoryHour> Hours);
