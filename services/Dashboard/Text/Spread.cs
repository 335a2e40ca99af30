using Dateline.Dashboard.Clients;

namespace Dateline.Dashboard.Text;

/// <summary>How a story spread, as bars without holes: by the hour, or by the day when it went on for long.</summary>
/// <param name="Interval">hour or day.</param>
public sealed record Spread(string Interval, IReadOnlyList<(DateTimeOffset Start, int Articles)> Bars)
{
    private const int MostHours = 96;

    /// <summary>A story that comes back after months is shown by its last days.</summary>
    private const int MostBars = 120;

    public static Spread Of(IReadOnlyList<StoryHour> hours)
    {
        if (hours.Count == 0)
            return new Spread("hour", []);
        var byDay = hours[^1].From - hours[0].From > TimeSpan.FromHours(MostHours);
        var step = byDay ? TimeSpan.FromDays(1) : TimeSpan.FromHours(1);
        var counts = hours.GroupBy(hour => hour.From.UtcTicks / step.Ticks).ToDictionary(group => group.Key, group => group.Sum(hour => hour.Articles));
        var (first, last) = (counts.Keys.Min(), counts.Keys.Max());
        first = Math.Max(first, last - MostBars + 1);
        return new Spread(
            byDay ? "day" : "hour",
            [.. Enumerable.Range(0, (int)(last - first + 1)).Select(i => (new DateTimeOffset((first + i) * step.Ticks, TimeSpan.Zero), counts.GetValueOrDefault(first + i)))]);
    }
}
