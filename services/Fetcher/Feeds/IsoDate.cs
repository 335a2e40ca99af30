using System.Globalization;

namespace Dateline.Fetcher.Feeds;

/// <summary>ISO 8601 in the profiles of the W3C and RFC 3339, the compact and ordinal forms, and their common slips.</summary>
internal ref struct IsoDate
{
    private ReadOnlySpan<char> _rest;

    public static DateTimeOffset? Parse(ReadOnlySpan<char> text) => new IsoDate { _rest = text }.Read();

    private DateTimeOffset? Read()
    {
        if (Date() is not var (year, month, day))
            return null;

        if (_rest.Length == 0)
            return FeedDate.Moment(year, month, day, 0, 0, 0, 0, null);

        if (_rest[0] is not ('T' or 't' or ' ' or '_'))
            return null;

        _rest = _rest[1..].TrimStart();
        if (Time() is not var (hour, minute, second, ticks))
            return null;

        var zone = Zone();
        return _rest.Trim().Length == 0 || zone is not null && _rest.Trim() is "Z"
            ? FeedDate.Moment(year, month, day, hour, minute, second, ticks, zone)
            : null;
    }

    private (int Year, int Month, int Day)? Date()
    {
        // "-03-12" and "-0312": the century left out.
        var short2 = _rest.Length > 2 && _rest[0] == '-';
        if (short2)
            _rest = _rest[1..];

        var run = Digits(_rest);
        if (run == 8)
            return (Take(4), Take(2), Take(2));

        if (short2 && run == 4)
            return (FeedDate.FullYear(Take(2), 2), Take(2), 1);

        if (run == 7)
            return Ordinal(Take(4), Take(3));

        if (run is not (4 or 2) || run == 2 && !short2 && !(_rest.Length > 2 && _rest[2] == '-'))
            return null;

        var year = FeedDate.FullYear(Take(run), run);
        if (!Skip('-'))
            return run == 4 && (_rest.Length == 0 || _rest[0] is 'T') ? (year, 1, 1) : null;

        return Rest(year);
    }

    private (int Year, int Month, int Day)? Rest(int year)
    {
        var run = Digits(_rest);
        if (run == 4)
            return (year, Take(2), Take(2));

        // "2003-012-31" is a padded month, "2003-335" a day of the year.
        if (run == 3 && !(_rest.Length > 3 && _rest[3] == '-'))
            return Ordinal(year, Take(3));

        if (run is not (1 or 2 or 3))
            return null;

        var month = Take(run);
        if (!Skip('-'))
            return (year, month, 1);

        return Digits(_rest) is var days and (1 or 2) ? (year, month, Take(days)) : null;
    }

    private static (int Year, int Month, int Day)? Ordinal(int year, int day)
    {
        if (year is < 1 or > 9998 || day is < 1 or > 366)
            return null;

        var date = new DateTime(year, 1, 1).AddDays(day - 1);
        return (date.Year, date.Month, date.Day);
    }

    private (int Hour, int Minute, int Second, long Ticks)? Time()
    {
        var run = Digits(_rest);
        if (run is 4 or 6)
            return (Take(2), Take(2), run == 6 ? Take(2) : 0, Fraction());

        if (run is not (1 or 2))
            return null;

        var hour = Take(run);
        if (!Skip(':'))
            return _rest.Length == 0 || _rest[0] is 'Z' or '+' or '-' ? (hour, 0, 0, 0L) : null;

        if (Digits(_rest) is not (1 or 2))
            return null;

        var minute = Take(Digits(_rest));
        if (!Skip(':'))
            return (hour, minute, 0, 0L);

        return Digits(_rest) is 1 or 2 ? (hour, minute, Take(Digits(_rest)), Fraction()) : null;
    }

    private long Fraction()
    {
        if (_rest.Length < 2 || _rest[0] is not ('.' or ',' or ':') || !char.IsAsciiDigit(_rest[1]))
            return 0;

        _rest = _rest[1..];
        var run = Digits(_rest);
        var ticks = FeedDate.Ticks(_rest[..run]);
        _rest = _rest[run..];
        return ticks;
    }

    // Null: none there. Something else there is left for the caller to refuse.
    private int? Zone()
    {
        _rest = _rest.TrimStart();
        if (_rest.Length == 0)
            return null;

        if (_rest[0] is 'Z' or 'z')
        {
            _rest = _rest[1..];
            return 0;
        }

        if (_rest[0] is not ('+' or '-' or '\u2212') || Digits(_rest[1..]) is not (1 or 2 or 4) and not 3)
            return null;

        var sign = _rest[0] == '+' ? 1 : -1;
        _rest = _rest[1..];
        var run = Digits(_rest);
        var hours = Take(run > 2 ? run - 2 : run);
        var minutes = run > 2 || Skip(':') && Digits(_rest) == 2 ? Take(2) : 0;
        return sign * (hours * 60 + minutes);
    }

    private bool Skip(char c)
    {
        if (_rest.Length == 0 || _rest[0] != c)
            return false;

        _rest = _rest[1..];
        return true;
    }

    private int Take(int digits)
    {
        var value = int.Parse(_rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
        _rest = _rest[digits..];
        return value;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
