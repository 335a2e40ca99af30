using System.Globalization;

namespace Dateline.Parser.Dates;

/// <summary>Reads an offset, or one of the abbreviations that mean one zone only in news.</summary>
internal static class TimeZoneName
{
    public static TimeSpan? Find(string text)
    {
        var zone = text.ToUpperInvariant();
        if (zone.Length == 0)
            return null;

        if (zone.Length > 3 && zone[3] is '+' or '-' && zone[..3] is "UTC" or "GMT")
            return Offset(zone[3..]);

        if (zone[0] is '+' or '-')
            return Offset(zone);

        // IST, BST and CST mean several zones: better none than a wrong one.
        return zone switch
        {
            "Z" or "UT" or "UTC" or "GMT" or "WET" => TimeSpan.Zero,
            "CET" or "MEZ" or "WEST" or "WAT" => TimeSpan.FromHours(1),
            "CEST" or "MESZ" or "EET" or "SAST" or "CAT" => TimeSpan.FromHours(2),
            "EEST" or "MSK" or "EAT" => TimeSpan.FromHours(3),
            "HKT" or "SGT" or "AWST" => TimeSpan.FromHours(8),
            "JST" or "KST" => TimeSpan.FromHours(9),
            "AEST" => TimeSpan.FromHours(10),
            "EDT" => TimeSpan.FromHours(-4),
            "EST" or "CDT" => TimeSpan.FromHours(-5),
            "MDT" => TimeSpan.FromHours(-6),
            "MST" or "PDT" => TimeSpan.FromHours(-7),
            "PST" => TimeSpan.FromHours(-8),
            _ => null,
        };
    }

    private static TimeSpan? Offset(string text)
    {
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is < 1 or > 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;

        var minutes = digits.Length > 2 ? (number / 100 * 60) + (number % 100) : number * 60;

        // DateTimeOffset takes 14 hours at most.
        return minutes > 14 * 60 ? null : TimeSpan.FromMinutes(text[0] == '-' ? -minutes : minutes);
    }
}
