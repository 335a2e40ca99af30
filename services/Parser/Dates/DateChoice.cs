using Dateline.Contracts;

namespace Dateline.Parser.Dates;

/// <summary>Chooses among all dates that speak for one event, and says whether they disagree.</summary>
internal static class DateChoice
{
    /// <summary>Sources from the one a machine wrote for machines down to the one that had to be guessed.</summary>
    private static readonly string[] Trust = ["json-ld", "document", "meta", "front-matter", "time", "page", "feed", "dateline", "url", "byline", "title"];

    /// <summary>Best first: by trust, then the more exact one of the same day.</summary>
    public static (DateEvidence? Chosen, IReadOnlyList<DateEvidence> Candidates) Choose(IEnumerable<DateEvidence> candidates)
    {
        var ranked = candidates.Distinct().OrderBy(Rank).ToList();
        if (ranked.Count == 0)
            return (null, []);

        var best = ranked[0];
        var exact = ranked.FirstOrDefault(other => other.Precision > best.Precision && Agree(best, other)) ?? best;
        var conflict = ranked.Exists(other => !Agree(best, other));
        var chosen = exact with { Conflict = conflict };
        return (chosen, [chosen, .. ranked.Where(other => other != exact)]);
    }

    private static int Rank(DateEvidence date) => Array.IndexOf(Trust, date.Source) is >= 0 and var rank ? rank : Trust.Length;

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
