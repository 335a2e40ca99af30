namespace Dateline.Fetcher.Feeds;

/// <summary>An author as the feed names one. The name is the mail address when there is nothing else.</summary>
public sealed record FeedPerson(string Name, string? Email = null, string? Url = null);
