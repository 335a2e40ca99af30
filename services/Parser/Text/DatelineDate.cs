using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Contracts;
using Dateline.Parser.Dates;

namespace Dateline.Parser.Text;

/// <summary>A dateline's date, which often has no year.</summary>
/// <param name="IsDate">The text is a date, complete or not.</param>
/// <param name="Full">The day, when the year is written or follows from another date of the document.</param>
/// <param name="Partial">What is known otherwise, as ISO 8601 and XML Schema write it: "--07-18", "2022-06".</param>
internal readonly partial record struct DatelineDate(bool IsDate, DateOnly? Full, string? Partial = null)
{
    /// <summary>A story is not printed under a dateline much older than itself; a later one is a time zone's.</summary>
    private static readonly TimeSpan MaxDistance = TimeSpan.FromDays(60);

    public static DatelineDate Read(string text, DateTimeOffset? reference)
    {
        if (text.Length == 0)
            return default;

        if (DateParser.Parse(text) is { } known)
        {
            return known.Precision >= DatePrecision.Day
                ? new DatelineDate(true, DateOnly.FromDateTime(known.Value.Date))
                : new DatelineDate(true, null, known.Value.ToString(known.Precision == DatePrecision.Month ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture));
        }

        var match = WithoutYear().Match(text);
        var month = match.Success ? MonthNames.Find(match.Groups["month"].ValueSpan) : 0;
        if (month == 0)
            return default;

        var day = int.Parse(match.Groups["day"].ValueSpan, provider: null);
        if (day is < 1 or > 31)
            return default;

        var full = Nearest(month, day, reference);
        return new DatelineDate(true, full, full is null ? string.Create(CultureInfo.InvariantCulture, $"--{month:00}-{day:00}") : null);
    }

    private static DateOnly? Nearest(int month, int day, DateTimeOffset? reference)
    {
        if (reference is not { } known)
            return null;

        var nearest = Enumerable.Range(known.Year - 1, 3)
            .Where(year => year is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(year, month))
            .Select(year => new DateTime(year, month, day))
            .OrderBy(candidate => (candidate - known.Date).Duration())
            .FirstOrDefault();
        return nearest != default && (nearest - known.Date).Duration() <= MaxDistance ? DateOnly.FromDateTime(nearest) : null;
    }

    [GeneratedRegex(@"(?:^|\s)(?:(?<month>\p{L}{3,10})\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?|(?<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(?<month>\p{L}{3,10})\.?)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex WithoutYear();
}
