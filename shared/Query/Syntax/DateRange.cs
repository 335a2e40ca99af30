using System.Globalization;

namespace Dateline.Query.Syntax;

/// <summary>Reads spans of time: 2023, 2023-03, 2023-03-30, 2023-03-30T14:00, two of them with .. between, either end open.</summary>
internal static class DateRange
{
    private static readonly (string Format, Func<DateTime, DateTime> Next)[] Shapes =
    [
        ("yyyy", start => start.AddYears(1)),
        ("yyyy-MM", start => start.AddMonths(1)),
        ("yyyy-MM-dd", start => start.AddDays(1)),
        ("yyyy-MM-ddTHH:mm", start => start.AddMinutes(1)),
        ("yyyy-MM-ddTHH:mmZ", start => start.AddMinutes(1)),
        ("yyyy-MM-ddTHH:mm:ss", start => start.AddSeconds(1)),
        ("yyyy-MM-ddTHH:mm:ssZ", start => start.AddSeconds(1)),
    ];

    private const string HowTo = "Write a year, month or day, or two of them with .. between: 2023-03-01..2023-03-31, 2023.., ..2023-06";

    public static (DateTime? From, DateTime? Until) Parse(string text, int position)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            var (start, end) = Moment(text, position);
            return (start, end);
        }

        var (left, right) = (text[..dots], text[(dots + 2)..]);
        if (left.Length == 0 && right.Length == 0)
            throw QuerySyntaxException.At(position, "A range needs at least one end.", HowTo);

        DateTime? from = left.Length == 0 ? null : Moment(left, position).Start;
        DateTime? until = right.Length == 0 ? null : Moment(right, position + dots + 2).End;
        return from >= until
            ? throw QuerySyntaxException.At(position + dots + 2, "The range ends before it begins.", "Put the earlier date first.")
            : (from, until);
    }

    private static (DateTime Start, DateTime End) Moment(string text, int position)
    {
        foreach (var (format, next) in Shapes)
        {
            // The last day of the calendar has no day after it.
            if (DateTime.TryParseExact(text, format.Replace("Z", "'Z'", StringComparison.Ordinal), CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start) && start.Year < 9999)
                return (start, next(start));
        }

        throw QuerySyntaxException.At(position, $"\"{text}\" is no date.", HowTo);
    }
}
