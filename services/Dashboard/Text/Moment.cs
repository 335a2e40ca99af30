using System.Globalization;

namespace Dateline.Dashboard.Text;

/// <summary>Writes times: how long ago for a glance, exactly for a closer look.</summary>
public static class Moment
{
    public static string Relative(DateTimeOffset time, DateTimeOffset now)
    {
        var distance = now - time;
        var ahead = distance < TimeSpan.Zero;
        var words = Distance(distance.Duration());
        return words is null ? "just now" : ahead ? $"in {words}" : $"{words} ago";
    }

    public static string Exact(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A date as exactly as it is known: a day alone is no midnight.</summary>
    public static string Known(DateTimeOffset time, string? precision) => precision switch
    {
        "year" => Write(time, "yyyy"),
        "month" => Write(time, "MMMM yyyy"),
        "day" => Write(time, "d MMMM yyyy"),
        _ => Write(time, "d MMMM yyyy, HH:mm 'UTC'"),
    };

    private static string Write(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    private static string? Distance(TimeSpan distance) => distance switch
    {
        { TotalSeconds: < 5 } => null,
        { TotalSeconds: < 60 } => $"{distance.Seconds} s",
        { TotalMinutes: < 60 } => $"{distance.Minutes} min",
        { TotalHours: < 24 } => $"{distance.Hours} h",
        { TotalDays: < 2 } => "1 day",
        { TotalDays: < 60 } => $"{distance.Days} days",
        { TotalDays: < 730 } => $"{distance.Days / 30} months",
        _ => $"{distance.Days / 365} years",
    };
}
