using Dateline.Fetcher.Ledger;

namespace Dateline.Fetcher.Sources;

/// <summary>What a user may set of a source.</summary>
public sealed record SourceSettings
{
    /// <summary>A tag is for grouping, not for prose.</summary>
    private const int MaxTags = 50, MaxTagLength = 100, MaxHeaders = 20;

    private const int MaxMinutes = 30 * 24 * 60;

    /// <summary>Another address for the same source.</summary>
    public string? Url { get; init; }

    /// <summary>Null: the feed's own.</summary>
    public string? Title { get; init; }

    /// <summary>always, when-summary (default) or never.</summary>
    public string? Pages { get; init; }

    /// <summary>Least time between two polls; null: the default.</summary>
    public int? MinIntervalMinutes { get; init; }

    /// <summary>Most time between two polls; null: the default.</summary>
    public int? MaxIntervalMinutes { get; init; }

    /// <summary>Sent with each poll of the feed.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public string? Cookie { get; init; }

    public string? UserAgent { get; init; }

    public bool? Paused { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public static SourceSettings Of(Source source) => new()
    {
        Url = source.Url,
        Title = source.TitleGiven ? source.Title : null,
        Pages = source.Pages,
        MinIntervalMinutes = (int?)source.MinInterval?.TotalMinutes,
        MaxIntervalMinutes = (int?)source.MaxInterval?.TotalMinutes,
        Headers = source.Headers is null ? null : LedgerJson.Read<Dictionary<string, string>>(source.Headers),
        Cookie = source.Cookie,
        UserAgent = source.UserAgent,
        Paused = source.Paused,
        Tags = TagsOf(source),
    };

    public static IReadOnlyList<string> TagsOf(Source source) => source.Tags is null ? [] : LedgerJson.Read<List<string>>(source.Tags);

    /// <summary>What is wrong with them, for people; null when they can be used.</summary>
    public string? Problem()
    {
        if (Pages is not null && !PageFetching.All.Contains(Pages))
            return $"`pages` is one of: {string.Join(", ", PageFetching.All)}.";
        if (MinIntervalMinutes is < 1 or > MaxMinutes || MaxIntervalMinutes is < 1 or > MaxMinutes)
            return $"`minIntervalMinutes` and `maxIntervalMinutes` are 1 to {MaxMinutes} (30 days).";
        if (MinIntervalMinutes > MaxIntervalMinutes)
            return "`minIntervalMinutes` is larger than `maxIntervalMinutes`.";
        if (Tags?.Count > MaxTags || Tags?.Any(tag => string.IsNullOrWhiteSpace(tag) || tag.Length > MaxTagLength) == true)
            return $"`tags` are at most {MaxTags} texts of 1 to {MaxTagLength} characters.";
        if (Headers?.Count > MaxHeaders)
            return $"`headers` are at most {MaxHeaders}.";
        var sent = (Headers ?? new Dictionary<string, string>()).Append(new("Cookie", Cookie ?? "")).Append(new("User-Agent", UserAgent ?? ""));
        return sent.Select(header => SourceHeaders.Refusal(header.Key, header.Value)).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>All but the address, which has a place in the frontier, too.</summary>
    public void ApplyTo(Source source)
    {
        source.TitleGiven = !string.IsNullOrWhiteSpace(Title);
        source.Title = source.TitleGiven ? Title!.Trim() : source.Title;
        source.Pages = Pages ?? PageFetching.WhenSummary;
        source.MinInterval = MinIntervalMinutes is { } min ? TimeSpan.FromMinutes(min) : null;
        source.MaxInterval = MaxIntervalMinutes is { } max ? TimeSpan.FromMinutes(max) : null;
        source.Headers = Headers is { Count: > 0 } ? LedgerJson.Write(Headers) : null;
        source.Cookie = string.IsNullOrEmpty(Cookie) ? null : Cookie;
        source.UserAgent = string.IsNullOrEmpty(UserAgent) ? null : UserAgent;
        source.Paused = Paused ?? false;
        source.Tags = Tags is { Count: > 0 } ? LedgerJson.Write(Tags.Select(tag => tag.Trim()).Distinct().ToList()) : null;
    }
}
