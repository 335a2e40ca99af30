using System.Text.RegularExpressions;

namespace Dateline.Parser.Text;

/// <summary>
/// Reads the dateline that wire copy opens with: place, date, agency and a mark, any of them missing. It must have a
/// date or an agency, or be written as only datelines are: "WASHINGTON (AP) — …", "PARIS, March 3 (Reuters) - …",
/// "MOSCOW, March 14. /TASS/. …", "New Delhi, 30 March 2023 (TDI): …", "AMMAN — …".
/// </summary>
internal static partial class DatelineReader
{
    /// <summary>The longest dateline seen, three towns with their countries, date and agency, has 110 characters.</summary>
    private const int Window = 180;

    /// <param name="text">A text, or its first paragraph.</param>
    /// <param name="reference">Another date of the same document, which gives "July 18" its year; else it stays without.</param>
    public static DatelineMatch? Read(string text, DateTimeOffset? reference)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var head = text.Substring(start, Math.Min(Window, text.Length - start));
        var lineEnd = head.IndexOf('\n', StringComparison.Ordinal);
        if (lineEnd >= 0)
            head = head[..lineEnd];

        var lead = AgencyFirst().Match(head) is { Success: true } first && Agencies.IsKnown(first.Groups["agency"].Value) ? first : null;
        var skipped = lead?.Length ?? 0;
        foreach (var shape in Shapes)
        {
            var match = shape().Match(head[skipped..]);
            if (match.Success && Check(match, head[skipped..], lead?.Groups["agency"].Value, reference) is { } found)
                return found with { Length = start + skipped + match.Length };
        }

        // "(Reuters) - The bank said …": an agency without a place is still the agency.
        return lead is { } alone && alone.Groups["paren"].Success
            ? new DatelineMatch(new Contracts.Dateline { Agency = alone.Groups["agency"].Value }, start + skipped, HasEvidence: true)
            : null;
    }

    private static readonly Func<Regex>[] Shapes = [Signed, Slashed, Dated, Bare];

    private static DatelineMatch? Check(Match match, string head, string? leadAgency, DateTimeOffset? reference)
    {
        var place = DatelinePlace.Clean(match.Groups["place"].Value);
        var agency = match.Groups["agency"].Success ? match.Groups["agency"].Value.Trim() : leadAgency;
        var date = DatelineDate.Read(match.Groups["date"].Value, reference);
        var rest = head[match.Length..];

        if (match.Groups["agency"].Success && DatelineDate.Read(agency!, reference) is { IsDate: true } inParentheses)
        {
            date = inParentheses;
            agency = leadAgency;
        }

        var marked = match.Groups["mark"].Success;
        var signed = agency is not null;
        var accepted = (signed, date.IsDate) switch
        {
            (true, true) => true,
            (true, false) => marked || Agencies.IsKnown(agency),
            (false, true) => marked || match.Groups["stop"].Success,
            (false, false) => marked && DatelinePlace.StandsAlone(place, match.Groups["mark"].Value, rest),
        };

        return accepted && DatelinePlace.IsPlausible(place)
            ? new DatelineMatch(new Contracts.Dateline { Place = place, Date = date.Full, PartialDate = date.Partial, Agency = agency }, 0, signed || date.IsDate)
            : null;
    }

    private const string Place = @"(?<place>\p{Lu}[\p{L}\p{M}.'’\-]*(?:(?:\s*,\s*|\s*/\s*|\s+(?:&|and|und|et|y|e)\s+|\s+)(?:(?:de|del|da|do|di|la|al|el|of|the|am|an|der|sur|upon|les|le)\s+){0,2}\(?\[?\p{Lu}[\p{L}\p{M}.'’\-]*\]?){0,7}?)";
    private const string Month = @"(?:jan|jän|ene|gen|feb|fév|fev|mar|mär|mrt|maa|apr|avr|abr|mai|may|maj|mei|mag|jun|jui|giu|jul|lug|aug|aoû|ago|sep|set|oct|okt|out|ott|nov|dec|déc|dez|dic|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек)\p{L}{0,7}\.?";
    private const string Weekday = @"(?:(?:mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6}\.?,?\s+)?";
    private const string Day = "(?<date>(?i:" + Weekday + "(?:" + Month + @"\s+[0-9]{1,2}(?:st|nd|rd|th)?(?:\s*,?\s*[0-9]{4})?|[0-9]{1,2}(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?" + Month + @"(?:,?\s*(?:de\s+)?[0-9]{4})?|[0-9]{1,2}[./][0-9]{1,2}(?:[./][0-9]{4})?|" + Month + @"\s+[0-9]{4})))";

    /// <summary>A single hyphen needs a space behind it: "Ben-Gurion University" opens no dateline.</summary>
    private const string Mark = @"(?<mark>\.?\s*(?:-{2,3}|[–—―]{1,2}|[-=](?=\s)|(?<=\s)-)|:(?=\s|$))";
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>Milliseconds by the clock on the wall: a process that has just started on a busy machine took more than 500 for one short line.</summary>
    private const int Limit = 2000;

    /// <summary>PLACE[, DATE] (AGENCY) [mark]; also PLACE--(BUSINESS WIRE)-- and PLACE, (DATE).</summary>
    [GeneratedRegex("^" + Place + @"(?:\s*,?\s*(?:[-–—]\s*)?" + Day + @")?[,.]?\s*(?:[-–—]{1,2}\s*)?\((?<agency>[\p{L}0-9][\p{L}\p{M}0-9 ,./&'’\-]{1,32})\)(?<stop>\.(?=\s))?\s*" + Mark + @"?\s*", Options, Limit)]
    private static partial Regex Signed();

    /// <summary>PLACE[, DATE]. /AGENCY/.</summary>
    [GeneratedRegex("^" + Place + @"(?:\s*,\s*" + Day + @")?[,.]?\s*/\s*(?<agency>[\p{L}][\p{L} .\-]{1,30})\s*/(?<mark>\s*[.:]?\s*(?:[-–—]{1,3})?)\s*", Options, Limit)]
    private static partial Regex Slashed();

    /// <summary>PLACE, DATE [mark] without an agency, or with a known one behind a comma.</summary>
    [GeneratedRegex("^" + Place + @"\s*(?:,|[-–—])?\s*" + Day + @"(?:,\s*(?<agency>[\p{L}\-]{2,16}))?\s*" + Mark + @"\s*", Options, Limit)]
    private static partial Regex Dated();

    [GeneratedRegex("^" + Place + @"\s*" + Mark + @"\s*", Options, Limit)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(?:(?<paren>\()(?<agency>[\p{L} \-]{2,28})\)|(?<agency>\p{Lu}[\p{L}]{1,8}))\s*\.?\s*[-–—]{1,2}\s*", Options, Limit)]
    private static partial Regex AgencyFirst();
}
