namespace Dateline.Dashboard.Clients;

/// <summary>How much of a story was reported in one hour.</summary>
public sealed record StoryHour(DateTimeOffset From, int Articles);
