using System.Globalization;

namespace Dateline.Fetcher.Feeds;

/// <summary>
/// Reads dates as feeds write them: ISO 8601 and RFC 822 with all their misspellings, and plain language. No zone means
/// UTC; what cannot be understood is null, never a guess at now.
/// </summary>
public static class FeedDate
{
    // Longer than any date with its zone spelt out; bounds the work on hostile input.
    private const int MaxLength = 128;

    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null)
            return null;

        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is 0 or > MaxLength)
            return null;

        return IsoDate.Parse(trimmed) ?? WrittenDate.Parse(trimmed.ToString());
    }

    /// <summary>Null where the calendar, the clock or the zone has no such moment.</summary>
    internal static DateTimeOffset? Moment(int year, int month, int day, int hour, int minute, int second, long ticks, int? offsetMinutes)
    {
        // 24:00 is tomorrow's midnight, and a leap second the one before it.
        var addDay = hour == 24 && minute == 0 && second == 0;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 24 || hour == 24 && !addDay || minute is < 0 or > 59 || second is < 0 or > 60
            || offsetMinutes is < -14 * 60 or > 14 * 60)
            return null;

        try
        {
            var local = new DateTime(year, month, day, addDay ? 0 : hour, minute, Math.Min(second, 59)).AddTicks(ticks).AddDays(addDay ? 1 : 0);
            return new DateTimeOffset(local, TimeSpan.FromMinutes(offsetMinutes ?? 0));
        }
        catch (ArgumentOutOfRangeException)
        {
            // The first and last hours of the calendar, moved over its edge by the zone.
            return null;
        }
    }

    /// <summary>RFC 2822 §4.3: two digits up to 49 are this century.</summary>
    internal static int FullYear(int year, int digits) => digits > 2 ? year : year < 50 ? 2000 + year : 1900 + year;

    /// <summary>Fraction digits to ticks.</summary>
    internal static long Ticks(ReadOnlySpan<char> digits)
    {
        var seven = digits.Length > 7 ? digits[..7] : digits;
        return long.TryParse(seven, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value * (long)Math.Pow(10, 7 - seven.Length)
            : 0;
    }
}
