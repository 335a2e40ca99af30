using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Fetcher.Feeds;

/// <summary>
/// Dates written for mail or for people, in any order: finds the time, the zone and the month's name, and reads the
/// numbers that are left as day and year.
/// </summary>
internal static partial class WrittenDate
{
    [GeneratedRegex(@"\(.*", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Comment { get; }

    [GeneratedRegex(@"(?<h>\d{1,2})\s?[:h]\s?(?<m>\d{1,2})(?:\s?:\s?(?<s>\d{1,2})(?:[.,](?<f>\d{1,9}))?)?", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Clock { get; }

    [GeneratedRegex(@"(?:(?<n>gmt|utc?|z)\s?)?(?<sign>[+\-\u2212])\s?(?<h>\d{1,2}):?(?<m>\d{2})?(?![\d:.])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 200)]
    private static partial Regex Offset { get; }

    [GeneratedRegex(@"\d+|[\p{L}\p{M}.]+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Token { get; }

    public static DateTimeOffset? Parse(string text)
    {
        if (Epoch(text) is { } epoch)
            return epoch;

        text = Comment.Replace(text, "");
        var date = new Parts();
        text = TakeClock(text, date);
        if (text.Contains('+') && !date.HasOffset)
            return null;

        foreach (Match token in Token.Matches(text))
        {
            if (!date.Add(token.Value, isFirst: token.Index == 0))
                return null;
        }

        return date.Moment();
    }

    // Seconds or milliseconds since 1970, as scripts write them.
    private static DateTimeOffset? Epoch(string text) =>
        text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? DateTimeOffset.FromUnixTimeMilliseconds(text.Length == 10 ? value * 1000 : value)
            : null;

    private static string TakeClock(string text, Parts date)
    {
        var clock = Clock.Match(text);
        if (!clock.Success)
            return text;

        date.Clock(Number(clock, "h"), Number(clock, "m"), Number(clock, "s"), FeedDate.Ticks(clock.Groups["f"].Value));
        var after = text[(clock.Index + clock.Length)..];
        var offset = Offset.Match(after);
        if (offset.Success)
        {
            var minutes = Number(offset, "h") * 60 + Number(offset, "m");
            date.Offset(offset.Groups["sign"].Value == "+" ? minutes : -minutes);
            after = after.Remove(offset.Index, offset.Length);
        }

        return $"{text[..clock.Index]} {after}";
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private sealed class Parts
    {
        private readonly List<(int Value, int Digits)> _numbers = [];
        private readonly List<(string Key, int Month)> _months = [];
        private (int Hour, int Minute, int Second, long Ticks) _clock;
        private bool _hasClock;
        private bool? _isAfternoon;
        private int? _offset;
        private int? _zone;

        public bool HasOffset => _offset is not null;

        public void Clock(int hour, int minute, int second, long ticks)
        {
            _hasClock = true;
            _clock = (hour, minute, second, ticks);
        }

        public void Offset(int minutes) => _offset = minutes;

        /// <summary>False: a word that no date has.</summary>
        public bool Add(string token, bool isFirst)
        {
            if (char.IsAsciiDigit(token[0]))
            {
                if (token.Length > 4)
                    return false;
                _numbers.Add((int.Parse(token, NumberStyles.None, CultureInfo.InvariantCulture), token.Length));
                return true;
            }

            var key = DateWords.Key(token);
            if (key.Length == 0 || _numbers.Count > 0 && DateWords.IsOrdinal(key))
                return true;

            if (DateWords.IsAfternoon(key) || DateWords.IsMorning(key))
                _isAfternoon = DateWords.IsAfternoon(key);
            else if (DateWords.Month(key) is { } month)
                _months.Add((key, month));
            else if (_hasClock && DateWords.Zone(key) is { } zone)
                _zone ??= zone;
            else if (!DateWords.IsFiller(key) && !IsWeekday(key, isFirst))
                return false;
            return true;
        }

        public DateTimeOffset? Moment()
        {
            if (Date() is not var (year, month, day))
                return null;

            var hour = _isAfternoon switch
            {
                true when _clock.Hour < 12 => _clock.Hour + 12,
                false when _clock.Hour == 12 => 0,
                _ => _clock.Hour,
            };
            return FeedDate.Moment(year, month, day, hour, _clock.Minute, _clock.Second, _clock.Ticks, _offset ?? _zone);
        }

        // The first word is taken for a weekday of whatever language; further on only English ones are expected.
        private static bool IsWeekday(string key, bool isFirst) =>
            isFirst && key.Length >= 2 || key.Length >= 3 && key[..3] is "mon" or "tue" or "wed" or "thu" or "fri" or "sat" or "sun";

        private (int Year, int Month, int Day)? Date()
        {
            // "mar." is Tuesday in French and March in Spanish: with another month beside it, it is the day.
            if (_months.Count > 1)
                _months.RemoveAll(month => month.Key == "mar");
            return _months.Count > 0 ? Named(_months[0].Month) : Numeric();
        }

        private (int Year, int Month, int Day)? Named(int month)
        {
            switch (_numbers)
            {
                case [var year] when year.Digits == 4:
                    return (year.Value, month, 1);
                case [var first, var second, ..] when first.Digits > 2:
                    return (first.Value, month, second.Value);
                case [var first, var second, ..]:
                    return (FeedDate.FullYear(second.Value, second.Digits), month, first.Value);
                default:
                    return null;
            }
        }

        // Year first; else the middle is the month unless only the first can be one, as in 09/15/2014.
        private (int Year, int Month, int Day)? Numeric() => _numbers switch
        {
            [var year, var month, var day, ..] when year.Digits == 4 => (year.Value, month.Value, day.Value),
            [var first, var second, var year, ..] when second.Value > 12 => (FeedDate.FullYear(year.Value, year.Digits), first.Value, second.Value),
            [var day, var month, var year, ..] => (FeedDate.FullYear(year.Value, year.Digits), month.Value, day.Value),
            _ => null,
        };
    }
}
