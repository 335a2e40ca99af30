using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Contracts;

namespace Dateline.Parser.Dates;

/// <summary>
/// Reads a date from the forms that documents use: ISO 8601, RFC 822, and a day, a month's name and a year in any
/// order. A date that could be two, like 03/04/2023, is none: no date is better than a wrong one.
/// </summary>
internal static partial class DateParser
{
    /// <summary>The web is younger, but archives put older papers on it.</summary>
    private const int MinYear = 1800;
    private const int MaxYear = 2100;

    /// <summary>Longer strings are prose with a date in it, not a date.</summary>
    private const int MaxLength = 80;

    /// <param name="text">The date alone, or with a label and a weekday around it.</param>
    /// <param name="language">BCP 47; decides between day and month where numbers alone leave both open.</param>
    public static ParsedDate? Parse(string? text, string? language = null)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
            return null;

        var clean = text.Trim();
        return Iso(clean) ?? Named(clean) ?? YearFirst(clean) ?? Numeric(clean, language);
    }

    private static ParsedDate? Iso(string text)
    {
        var match = IsoForm().Match(text);
        if (!match.Success)
            return null;

        var year = Number(match, "y");
        if (!match.Groups["m"].Success)
            return match.Length == text.Length ? Build(year, 1, 1, DatePrecision.Year) : null;
        if (!match.Groups["d"].Success)
            return match.Length == text.Length ? Build(year, Number(match, "m"), 1, DatePrecision.Month) : null;

        return WithTime(year, Number(match, "m"), Number(match, "d"), text[match.Length..]);
    }

    private static ParsedDate? Named(string text)
    {
        foreach (Match match in NamedForm().Matches(text))
        {
            var month = MonthNames.Find(match.Groups["name"].ValueSpan);
            if (month == 0)
                continue;

            return match.Groups["d"].Success
                ? WithTime(Number(match, "y"), month, Number(match, "d"), text[(match.Index + match.Length)..])
                : Build(Number(match, "y"), month, 1, DatePrecision.Month);
        }

        foreach (Match match in MonthFirstForm().Matches(text))
        {
            if (MonthNames.Find(match.Groups["name"].ValueSpan) is > 0 and var month)
                return WithTime(Number(match, "y"), month, Number(match, "d"), text[(match.Index + match.Length)..]);
        }

        return null;
    }

    /// <summary>Chinese, Japanese and Korean mark the parts; Hungarian and Lithuanian put the year first; ISO stands inside of a label.</summary>
    private static ParsedDate? YearFirst(string text)
    {
        var match = YearFirstForm().Match(text);
        if (!match.Success)
            return null;

        var month = match.Groups["m"].Success ? Number(match, "m") : MonthNames.Find(match.Groups["name"].ValueSpan);
        return WithTime(Number(match, "y"), month, Number(match, "d"), text[(match.Index + match.Length)..]);
    }

    private static ParsedDate? Numeric(string text, string? language)
    {
        var match = NumericForm().Match(text);
        if (!match.Success)
            return null;

        int first = Number(match, "a"), second = Number(match, "b"), year = Number(match, "y");

        // Two digits belong to the web's own years, or to the end of the last century.
        if (match.Groups["y"].Length == 2)
            year += year < 50 ? 2000 : 1900;
        var dayFirst = match.Groups["sep"].ValueSpan is "."
            || first > 12
            || first == second
            || (second <= 12 && DayFirst(language) == true);
        var monthFirst = second > 12 || DayFirst(language) == false;
        return (dayFirst, monthFirst) switch
        {
            (true, _) when second <= 12 => WithTime(year, second, first, text[(match.Index + match.Length)..]),
            (false, true) when first <= 12 => WithTime(year, first, second, text[(match.Index + match.Length)..]),
            _ => null,
        };
    }

    /// <summary>English alone says nothing: half of its papers write the day first. A region does.</summary>
    private static bool? DayFirst(string? language) => language?.Replace('_', '-').ToLowerInvariant() switch
    {
        null or "" or "en" => null,
        "en-us" or "en-ph" => false,
        "en-ca" => null,
        var other when other.StartsWith("zh", StringComparison.Ordinal) || other.StartsWith("ja", StringComparison.Ordinal) || other.StartsWith("ko", StringComparison.Ordinal) => null,
        _ => true,
    };

    private static ParsedDate? WithTime(int year, int month, int day, string rest)
    {
        if (!IsDay(year, month, day))
            return null;

        var match = TimeForm().Match(rest);
        if (!match.Success)
            return Build(year, month, day, DatePrecision.Day);

        int hour = Number(match, "h"), minute = Number(match, "i");
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
                return Build(year, month, day, DatePrecision.Day);
            hour = (hour % 12) + (match.Groups["half"].ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        }

        if (hour > 23 || minute > 59)
            return Build(year, month, day, DatePrecision.Day);

        var hasSeconds = match.Groups["s"].Success;
        var seconds = hasSeconds ? Math.Min(Number(match, "s"), 59) : 0;
        var zone = TimeZoneName.Find(match.Groups["z"].Value);
        var local = new DateTime(year, month, day, hour, minute, seconds, DateTimeKind.Unspecified);
        return new ParsedDate(
            new DateTimeOffset(local, zone ?? TimeSpan.Zero),
            hasSeconds ? DatePrecision.Second : DatePrecision.Minute,
            ZoneKnown: zone is not null);
    }

    private static ParsedDate? Build(int year, int month, int day, DatePrecision precision) =>
        IsDay(year, month, day)
            ? new ParsedDate(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), precision, ZoneKnown: false)
            : null;

    private static bool IsDay(int year, int month, int day) =>
        year is >= MinYear and <= MaxYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?:-(?<m>[0-9]{2})(?:-(?<d>[0-9]{2}))?|(?<m>[0-9]{2})(?<d>[0-9]{2})|[/.](?<m>[0-9]{1,2})[/.](?<d>[0-9]{1,2}))?(?=$|[T\s,])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex IsoForm();

    /// <summary>30 March 2023, 3. März 2023, 1er avril 2023, 3 de marzo de 2023, 30-Mar-2023, March 2023.</summary>
    [GeneratedRegex(@"(?:\b(?<d>[0-9]{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s\-]+(?:(?:de|of)\s+)?)?\b(?<name>[\p{L}\p{M}]{3,14})\.?,?[\s\-]+(?:(?:de|del|of)\s+)?(?<y>[0-9]{4})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex NamedForm();

    /// <summary>March 30, 2023; Jun 15 2022.</summary>
    [GeneratedRegex(@"\b(?<name>[\p{L}\p{M}]{3,14})\.?\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<y>[0-9]{4})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex MonthFirstForm();

    [GeneratedRegex(@"(?<![0-9./-])(?<y>[0-9]{4})(?:(?:-(?<m>[0-9]{1,2})-|/(?<m>[0-9]{1,2})/|\.\s?(?<m>[0-9]{1,2})\.\s?|\s?[年년]\s?(?<m>[0-9]{1,2})\s?[月월]\s?)(?<d>[0-9]{1,2})(?![0-9])|\.?\s(?:m\.\s)?(?<name>\p{L}{4,12})\s(?<d>[0-9]{1,2})(?![0-9:]))", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex YearFirstForm();

    [GeneratedRegex(@"(?<![0-9][./-])\b(?<a>[0-9]{1,2})(?<sep>[./-]|\s\|\s)(?<b>[0-9]{1,2})\k<sep>(?<y>[0-9]{4}|[0-9]{2})\b(?![./-][0-9])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NumericForm();

    [GeneratedRegex(@"^[^0-9]{0,16}?(?<h>[0-9]{1,2})(?:[:.h](?<i>[0-9]{2}))(?::(?<s>[0-9]{2})(?:[.,][0-9]+)?)?\s*(?<half>[ap]\.?m\b\.?)?\s*(?<z>Z\b|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2}\b|(?:UTC|GMT)[+-][0-9]{1,2}|[A-Z]{2,5}\b)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex TimeForm();
}
