using System.Text.RegularExpressions;
using Dateline.Parser.Dates;

namespace Dateline.Parser.Formats;

/// <summary>Reads the dates of agencies: ISO 8601 in its basic form, "20230330T120000+0530", which hardly anybody else writes.</summary>
internal static partial class NewsDate
{
    public static ParsedDate? Parse(string? text)
    {
        if (text is null || Basic().Match(text.Trim()) is not { Success: true } basic)
            return DateParser.Parse(text);

        var day = $"{basic.Groups["y"]}-{basic.Groups["m"]}-{basic.Groups["d"]}";
        if (!basic.Groups["h"].Success)
            return DateParser.Parse(day);
        var zone = basic.Groups["z"].Value is { Length: 5 } offset ? $"{offset[..3]}:{offset[3..]}" : basic.Groups["z"].Value;
        return DateParser.Parse($"{day}T{basic.Groups["h"]}:{basic.Groups["min"]}:{(basic.Groups["s"].Success ? basic.Groups["s"].Value : "00")}{zone}");
    }

    [GeneratedRegex(@"^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?:T?(?<h>\d{2})(?<min>\d{2})(?<s>\d{2})?(?:[.,]\d+)?(?<z>Z|[+-]\d{2}:?\d{2})?)?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Basic();
}
