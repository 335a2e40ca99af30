using System.ComponentModel.DataAnnotations;

namespace Dateline.Fetcher.Sources;

/// <summary>How often sources are asked, and when what they say of themselves is believed. Bound from <c>Fetcher:Sources</c>.</summary>
public sealed class SourceOptions
{
    /// <summary>The shortest time between two polls of a source that sets none. News sites cache their feeds for 5 to 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan MinInterval { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest time between two polls of a source that works: a blog that wakes up is noticed the same day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromDays(1);

    /// <summary>After so long with nothing but "not modified" the whole feed is fetched once: servers lie about it.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan FullGetEvery { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Polls in a row that a permanent redirect must be seen before it is believed: broken sites redirect everything for an hour.</summary>
    [Range(2, 100)]
    public int MovesBelieved { get; init; } = 3;

    /// <summary>How often the site of a feed that is gone is searched for a new one, at most: a dozen requests in its host's own turns.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan SearchEvery { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The address of this service as hubs see it, such as <c>https://dateline.example.org</c>. None: no WebSub.</summary>
    [Url]
    public string? PublicUrl { get; init; }

    /// <summary>While a hub pushes, polling goes on at this pace: hubs forget, and are not told everything.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan PushedInterval { get; init; } = TimeSpan.FromHours(6);
}
