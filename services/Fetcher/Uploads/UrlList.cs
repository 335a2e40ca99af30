namespace Dateline.Fetcher.Uploads;

/// <summary>Addresses to fetch.</summary>
public sealed record UrlList(IReadOnlyList<string> Urls);
