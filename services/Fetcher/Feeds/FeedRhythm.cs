namespace Dateline.Fetcher.Feeds;

/// <summary>What a feed says about how often it changes: ttl, skipHours, skipDays and the syndication module.</summary>
/// <param name="Ttl">May be kept that long before asking again.</param>
/// <param name="SkipHours">0 to 23, UTC: nothing comes then.</param>
/// <param name="UpdatePeriod">The syndication module's period divided by its frequency.</param>
public sealed record FeedRhythm(
    TimeSpan? Ttl, IReadOnlyList<int> SkipHours, IReadOnlyList<DayOfWeek> SkipDays, TimeSpan? UpdatePeriod)
{
    public static readonly FeedRhythm Unknown = new(null, [], [], null);
}
