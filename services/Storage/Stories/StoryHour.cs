namespace Dateline.Storage.Stories;

/// <summary>How much was reported in one hour.</summary>
public sealed record StoryHour(DateTime From, int Articles);
