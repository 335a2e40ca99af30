using System.Text.RegularExpressions;

namespace Dateline.Enricher.Summary;

/// <summary>Knows lines that stand among the first paragraphs of an article and are not part of its story.</summary>
internal static partial class Boilerplate
{
    public static bool IsLine(string text) => Opening().IsMatch(text) || text.Length < 200 && Anywhere().IsMatch(text);

    [GeneratedRegex(
        @"^\s*(?:also read|read also|read more|see also|related|watch|listen|photo|image|picture|file photo|credit|source|updated?|published|posted|by [A-Z]\S+ [A-Z]|advertisement|"
        + @"lesen sie auch|lire aussi|à lire aussi|lea también|leer más|leia também|leggi anche|lees ook|läs också|les også|læs også|lue myös|czytaj także|czytaj też|čtěte také|читайте также|читайте також|фото|اقرأ أيضا)\s*(?:[:|–—-]|$)|^\s*©",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"click here|sign up (?:for|to) (?:our|the)|subscribe (?:to|now|for)|follow us on|all rights reserved|enable javascript|accept cookies|download our app|©",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Anywhere();
}
