using Dateline.Contracts;

namespace Dateline.Parser.Dates;

/// <summary>Chooses among all dates that speak for one event, and says whether they disagree.</summary>
internal static class DateChoice
{
    /// <summary>Sources from the one a machine wrote for machines down to the one that had to be guessed.</summary>
    private static readonly string[] Trust = ["json-ld", "document", "meta", "front-matter", "shown", "time", "page", "feed", "meta-date", "dateline", "url", "byline", "title", "script"];

    /// <summary>Best first: by trust, then the more exact one of the same day.</summary>
    public static (DateEvidence? Chosen, IReadOnlyList<DateEvidence> Candidates) Choose(IEnumerable<DateEvidence> candidates)
    {
        var ranked = candidates.Distinct().OrderBy(date => date.Precision < DatePrecision.Day).ThenBy(Rank).ToList();
        if (ranked.Count == 0)
            return (null, []);

        var best = ranked.Find(other => Outvotes(other, ranked)) ?? ranked[0];
        var exact = ranked.Where(other => other.Precision > best.Precision && Refines(other, best)).OrderBy(other => other.Value.Date != best.Value.Date).FirstOrDefault() ?? best;
        var conflict = ranked.Exists(other => !Agree(best, other));
        var chosen = InPublishersZone(exact, ranked) with { Conflict = conflict };
        return (chosen, [chosen, .. ranked.Where(other => other != exact)]);
    }

    /// <summary>
    /// A clock at the publisher's and the same instant in UTC give the zone away: 17:49 shown and 01:49Z declared is eight hours
    /// west, and a day that begins at 23:00Z is one hour east.
    /// </summary>
    private static DateEvidence InPublishersZone(DateEvidence chosen, List<DateEvidence> candidates)
    {
        if (chosen.Precision < DatePrecision.Minute || chosen.Value.Offset != TimeSpan.Zero)
            return chosen;

        foreach (var other in candidates)
        {
            // One clock, written with its zone in one place, and without or as if it were UTC in another.
            if (other.Precision >= DatePrecision.Minute && other.ZoneKnown && other.Value.Offset != TimeSpan.Zero && (other.Value.DateTime - chosen.Value.DateTime).Duration() < TimeSpan.FromMinutes(1))
                return chosen with { Value = new DateTimeOffset(chosen.Value.DateTime, other.Value.Offset), ZoneKnown = true };
            if (chosen.ZoneKnown && other.Source == "url" && other.Precision == DatePrecision.Day && DayInAddress(other, chosen) is { } west)
                return chosen with { Value = chosen.Value.ToOffset(west) };
            if (other.Precision >= DatePrecision.Minute && other.ZoneKnown && other.Value.Offset != TimeSpan.Zero && chosen.ZoneKnown && Same(other.Value, chosen.Value))
                return chosen with { Value = chosen.Value.ToOffset(other.Value.Offset) };
            if (chosen.ZoneKnown && !other.ZoneKnown && other.Precision >= DatePrecision.Day && Shift(other, chosen) is { } shift)
                return chosen with { Value = chosen.Value.ToOffset(shift) };
            if (!chosen.ZoneKnown && other.ZoneKnown && other.Value.Offset == TimeSpan.Zero && other.Precision >= DatePrecision.Minute && Shift(chosen, other) is { } behind)
                return other with { Value = other.Value.ToOffset(behind) };
        }

        return chosen;
    }

    /// <summary>
    /// The least offset that brings an instant to the day that the publisher put into the address: 01:49Z on the 9th under
    /// /11/08/ was written in the evening of the 8th. The instant stays what it is.
    /// </summary>
    private static TimeSpan? DayInAddress(DateEvidence address, DateEvidence utc) => (address.Value.Date - utc.Value.UtcDateTime.Date).Days switch
    {
        -1 when utc.Value.Hour < 12 => TimeSpan.FromHours(-(utc.Value.Hour + 1)),
        1 when utc.Value.Hour >= 12 => TimeSpan.FromHours(24 - utc.Value.Hour),
        _ => null,
    };

    /// <param name="local">Without a zone; of a whole day, its beginning.</param>
    private static TimeSpan? Shift(DateEvidence local, DateEvidence utc)
    {
        var shift = TimeSpan.FromMinutes(Math.Round((local.Value - utc.Value).TotalMinutes));
        var step = local.Precision == DatePrecision.Day ? 60 : 15;
        return shift != TimeSpan.Zero && shift.Duration() <= TimeSpan.FromHours(12) && shift.TotalMinutes % step == 0
            && (local.Precision > DatePrecision.Day || (shift > TimeSpan.Zero && utc.Value.Second == 0))
            ? shift
            : null;
    }

    private static bool Same(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration() < TimeSpan.FromMinutes(1);

    private static int Rank(DateEvidence date) => Array.IndexOf(Trust, date.Source) is >= 0 and var rank ? rank : Trust.Length;

    /// <summary>What is shown beside the headline and declared in one place is not overruled by another place.</summary>
    private static bool Outvotes(DateEvidence other, List<DateEvidence> ranked) =>
        other.Source != "shown" && other.Precision >= DatePrecision.Day && !Agree(other, ranked[0])
        && ranked.Exists(shown => shown.Source == "shown" && shown.Value.Date == other.Value.Date);

    /// <summary>Of two times on neighbouring days one is another event, unless the zone alone is between them.</summary>
    private static bool Refines(DateEvidence other, DateEvidence best)
    {
        if (!Agree(best, other) || best.Precision < DatePrecision.Minute)
            return Agree(best, other);

        var minutes = Math.Floor((other.Value - best.Value).TotalMinutes);
        return best.ZoneKnown ? minutes is 0 or -1 : minutes % 15 == 0;
    }

    /// <summary>A day's difference is a time zone; a month or a year agrees with any day in it.</summary>
    private static bool Agree(DateEvidence one, DateEvidence other)
    {
        var coarse = one.Precision < other.Precision ? one.Precision : other.Precision;
        return coarse switch
        {
            DatePrecision.Year => one.Value.Year == other.Value.Year,
            DatePrecision.Month => one.Value.Year == other.Value.Year && one.Value.Month == other.Value.Month,
            _ => (one.Value - other.Value).Duration() <= TimeSpan.FromDays(1),
        };
    }
}
