using Dateline.Fetcher.Feeds;

namespace Dateline.Fetcher.Sources;

/// <summary>When a source publishes, as far as is known: what it says, and what was seen by weekday and hour (UTC).</summary>
public sealed record SourceRhythm
{
    public const int HoursOfWeek = 7 * 24;

    /// <summary>So many entries missing in a row have a probability of five per cent when entries come at random: e⁻³.</summary>
    private const double Surprising = 3;

    /// <summary>A grain of doubt in each hour: a publisher may break its habits.</summary>
    private const double Doubt = 0.05;

    /// <summary>Habits of the week show after two of them, habits of the day after three days; before, any hour is like any other.</summary>
    private static readonly TimeSpan WeekKnown = TimeSpan.FromDays(14), DayKnown = TimeSpan.FromDays(3);

    /// <summary>The sum of <see cref="ByHour"/> is kept below this by halving, so that old habits are forgotten.</summary>
    private const int Memory = 2_000;

    /// <summary>A publisher that is late by more than this is simply silent.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromDays(90);

    /// <summary>Entries by hour of the week, from Sunday 0:00 UTC.</summary>
    public IReadOnlyList<double> ByHour { get; init; } = new double[HoursOfWeek];

    /// <summary>The rate of publication when the last entry came: it does not fall while nothing comes.</summary>
    public double UsualPerDay { get; init; }

    public DateTimeOffset? FirstEntryAt { get; init; }

    public DateTimeOffset? LastEntryAt { get; init; }

    /// <summary>Entries that the feed holds at a time.</summary>
    public int Window { get; init; }

    public FeedRhythm Wish { get; init; } = FeedRhythm.Unknown;

    public static int HourOf(DateTimeOffset at) => ((int)at.UtcDateTime.DayOfWeek * 24) + at.UtcDateTime.Hour;

    /// <summary>With the publication times of entries that were new.</summary>
    public SourceRhythm With(IEnumerable<DateTimeOffset> published, double perDay)
    {
        var hours = ByHour.ToArray();
        var (first, last) = (FirstEntryAt, LastEntryAt);
        foreach (var at in published)
        {
            hours[HourOf(at)]++;
            first = first < at ? first : at;
            last = last > at ? last : at;
        }

        if (hours.Sum() > Memory)
            hours = [.. hours.Select(count => count / 2)];
        return this with { ByHour = hours, FirstEntryAt = first, LastEntryAt = last, UsualPerDay = perDay };
    }

    /// <summary>Entries to be expected in each hour of the week, as far as habits are known.</summary>
    public double[] Expected()
    {
        var span = LastEntryAt - FirstEntryAt;
        var weight = span >= WeekKnown ? ByHour
            : span >= DayKnown ? [.. Enumerable.Range(0, HoursOfWeek).Select(hour => Enumerable.Range(0, 7).Sum(day => ByHour[(day * 24) + (hour % 24)]) / 7)]
            : new double[HoursOfWeek];
        var total = weight.Sum() + (Doubt * HoursOfWeek);
        return [.. weight.Select(count => UsualPerDay * 7 * (count + Doubt) / total)];
    }

    /// <summary>Since when an entry is overdue; null when none is.</summary>
    public DateTimeOffset? LateSince(DateTimeOffset now)
    {
        if (LastEntryAt is not { } last || UsualPerDay <= 0)
            return null;

        var byHour = Expected();
        var expected = 0.0;
        for (var at = last; at < now && at - last < LongestLook; at = at.AddHours(1))
        {
            expected += byHour[HourOf(at)];
            if (expected >= Surprising)
                return at.AddHours(1) <= now ? at.AddHours(1) : null;
        }

        return null;
    }
}
