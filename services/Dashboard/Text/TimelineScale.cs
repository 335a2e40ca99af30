using System.Globalization;

namespace Dateline.Dashboard.Text;

/// <summary>Chooses how long the bars of a timeline are, and says what they stand for.</summary>
public static class TimelineScale
{
    /// <summary>What fits a screen and can still be hit with a pointer.</summary>
    private const int MostBars = 92;

    /// <summary>Days are asked for first; the interval that suits their span better, or null when days do.</summary>
    /// <param name="days">From the first to the last match.</param>
    public static string? Better(int days) => days switch
    {
        <= 2 => "hour",
        <= MostBars => null,
        <= MostBars * 7 => "week",
        <= MostBars * 30 => "month",
        _ => "year",
    };

    public static DateTimeOffset End(DateTimeOffset start, string interval) => interval switch
    {
        "hour" => start.AddHours(1),
        "week" => start.AddDays(7),
        "month" => start.AddMonths(1),
        "year" => start.AddYears(1),
        _ => start.AddDays(1),
    };

    /// <summary>What a bar stands for, in words.</summary>
    public static string Name(DateTimeOffset start, string interval) => interval switch
    {
        "hour" => Write(start, "d MMM yyyy, HH:mm"),
        "week" => $"{Write(start, "d MMM")} – {Write(start.AddDays(6), "d MMM yyyy")}",
        "month" => Write(start, "MMMM yyyy"),
        "year" => Write(start, "yyyy"),
        _ => Write(start, "ddd d MMM yyyy"),
    };

    /// <summary>For the axis; null where a bar has no label because the one before says enough.</summary>
    public static string? Label(DateTimeOffset start, DateTimeOffset? before, string interval) => interval switch
    {
        "hour" => before?.Day == start.Day ? null : Write(start, "d MMM"),
        "year" => before is null || start.Year % 5 == 0 ? Write(start, "yyyy") : null,
        "month" => before?.Year == start.Year ? null : Write(start, "yyyy"),
        _ => before?.Month == start.Month ? null : Write(start, start.Month == 1 || before is null ? "MMM yyyy" : "MMM"),
    };

    private static string Write(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
