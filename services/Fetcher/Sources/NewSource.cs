namespace Dateline.Fetcher.Sources;

/// <summary>What a user says of a source to add; what may be left out can be changed later.</summary>
/// <param name="Url">Address of a feed, a site, a sitemap, or a subscription list (OPML).</param>
/// <param name="Pages">always, when-summary (default) or never.</param>
public sealed record NewSource(
    string Url,
    string? Title = null,
    string? Pages = null,
    int? MinIntervalMinutes = null,
    int? MaxIntervalMinutes = null,
    IReadOnlyDictionary<string, string>? Headers = null,
    string? Cookie = null,
    string? UserAgent = null,
    bool? Paused = null,
    IReadOnlyList<string>? Tags = null)
{
    public SourceSettings ToSettings() => new()
    {
        Url = Url,
        Title = Title,
        Pages = Pages,
        MinIntervalMinutes = MinIntervalMinutes,
        MaxIntervalMinutes = MaxIntervalMinutes,
        Headers = Headers,
        Cookie = Cookie,
        UserAgent = UserAgent,
        Paused = Paused,
        Tags = Tags,
    };
}
