using System.Text.RegularExpressions;
using Dateline.Parser.Dates;
using Dateline.Parser.Html.Tree;

namespace Dateline.Parser.Metadata;

/// <summary>Finds the publication date in the data that a page hands to its own scripts, where neither markup nor text has one.</summary>
internal static partial class ScriptedDates
{
    private const int MaxScriptLength = 1_000_000;

    /// <summary>A page with more of them lists other stories.</summary>
    private const int MaxDates = 20;

    /// <summary>The date that all such data agrees on to the day; data about several stories names several.</summary>
    public static ParsedDate? Find(HtmlPage page, string? language)
    {
        ParsedDate? first = null;
        var count = 0;
        foreach (var script in page.QuerySelectorAll("script:not([src])"))
        {
            if (script.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true || script.TextContent is not { Length: <= MaxScriptLength } data)
                continue;

            foreach (Match match in Field().Matches(data))
            {
                if (DateParser.Parse(match.Groups["date"].Value, language) is not { Precision: >= Contracts.DatePrecision.Day } date)
                    continue;
                if (++count > MaxDates || (first is { } known && known.Value.Date != date.Value.Date))
                    return null;
                first ??= date;
            }
        }

        return first;
    }

    /// <summary>Names that mean the publication whoever uses them: "createdAt" dates the record of a user or a picture, too.</summary>
    [GeneratedRegex(@"[""'_a-z\-](?:date[_\-]?published|published?[_\-]?(?:at|on|date|time|first|date[_\-]?time)(?:utc)?|publication[_\-]?(?:date|time)|first[_\-]?publi[a-z]{2,7}(?:[_\-]?date)?|pub[_\-]?date|article[_\-]?date)\\?[""']\s*:\s*\\?[""'](?<date>[^""'\\]{8,40})\\?[""']", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Field();
}
