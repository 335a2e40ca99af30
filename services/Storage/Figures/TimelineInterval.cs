using System.Globalization;
using Dateline.Persistence;
using Dateline.Storage.Search;

namespace Dateline.Storage.Figures;

/// <summary>A length of time that buckets have: minutes to weeks by the clock, months to years by the calendar. In UTC; weeks begin on Monday.</summary>
internal sealed record TimelineInterval
{
    /// <summary>1970-01-05 was a Monday.</summary>
    private const long FirstMonday = 4 * 86_400;

    private TimelineInterval(string written, long seconds, int months) => (Written, Seconds, Months) = (written, seconds, months);

    public string Written { get; }

    private long Seconds { get; }

    private int Months { get; }

    private long Offset => Seconds % (7 * 86_400) == 0 ? FirstMonday : 0;

    /// <exception cref="SearchMistakeException">It is none.</exception>
    public static TimelineInterval Parse(string text)
    {
        var lower = text.Trim().ToLowerInvariant();
        var digits = lower.TakeWhile(char.IsAsciiDigit).Count();
        var times = digits == 0 ? 1 : int.TryParse(lower.AsSpan(0, digits), CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (lower[digits..], times) switch
        {
            (_, < 1 or > 10_000) => throw Mistake(text),
            ("minute" or "minutes" or "min", _) => new(text, times * 60L, 0),
            ("hour" or "hours" or "h", _) => new(text, times * 3_600L, 0),
            ("day" or "days" or "d", _) => new(text, times * 86_400L, 0),
            ("week" or "weeks" or "w", _) => new(text, times * 604_800L, 0),
            ("month" or "months" or "mo", _) => new(text, 0, times),
            ("quarter" or "quarters" or "q", _) => new(text, 0, 3 * times),
            ("year" or "years" or "y", _) => new(text, 0, 12 * times),
            _ => throw Mistake(text),
        };
    }

    /// <summary>An expression that numbers the bucket a column's time lies in.</summary>
    public string Number(DatabaseKind kind, string column)
    {
        if (Months > 0)
        {
            var month = kind == DatabaseKind.Postgres
                ? $"(extract(year FROM {column} AT TIME ZONE 'UTC') * 12 + extract(month FROM {column} AT TIME ZONE 'UTC') - 1)::bigint"
                : $"(CAST(strftime('%Y', {column}) AS INTEGER) * 12 + CAST(strftime('%m', {column}) AS INTEGER) - 1)";
            return FormattableString.Invariant($"({month} / {Months})");
        }

        // SQLite divides towards zero; times before 1970 exist. A shift by whole buckets keeps all numbers positive.
        var shift = 10_000_000_000 / Seconds * Seconds;
        return kind == DatabaseKind.Postgres
            ? FormattableString.Invariant($"(floor((extract(epoch FROM {column}) - {Offset}) / {Seconds})::bigint)")
            : FormattableString.Invariant($"((unixepoch({column}) - {Offset} + {shift}) / {Seconds} - {shift / Seconds})");
    }

    public DateTime Start(long number) => Months > 0
        ? new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths((int)(number * Months - 12))
        : DateTime.UnixEpoch.AddSeconds(number * Seconds + Offset);

    private static SearchMistakeException Mistake(string text) => SearchMistakeException.In(
        "interval", $"\"{text}\" is no interval.", "Give minute, hour, day, week, month, quarter or year, with a number before it if you like: 15min, 6h, 2weeks.");
}
