using System.Text.RegularExpressions;

namespace Dateline.Parser.Text;

/// <summary>Recognises how agencies sign the end of a story: desk initials, the agency's own lines, its claim to the text.</summary>
internal static partial class SignOff
{
    /// <summary>A claim to rights that is longer has something to say.</summary>
    private const int MaxClaimWords = 45;

    /// <summary>Who wrote and who edited, as "jdu/mla/abc": no word of any language has slashes and only small letters.</summary>
    public static bool IsInitials(string line) => Initials().IsMatch(line);

    /// <summary>"Associated Press", "AP Business Writer": a line of its own below the reporter's name.</summary>
    public static bool IsAffiliation(string line) => Agencies.IsKnown(Role().Replace(line, ""));

    /// <summary>What stands last and belongs to no story.</summary>
    public static bool Closes(string line) =>
        IsInitials(line) || IsAffiliation(line) || (Claim().IsMatch(line) && WordCount.Of(line) <= MaxClaimWords);

    /// <summary>Xinhua ends the last sentence's line with a word of its own.</summary>
    public static string WithoutEndWord(string line) => EndWord().Replace(line, "");

    [GeneratedRegex(@"^\p{Ll}{2,4}(?:[/+]\p{Ll}{1,4}){1,5}$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Initials();

    [GeneratedRegex(@"^the\s+|,?\s+(?:(?:staff|business|sports?|science|health|political|economics|entertainment|medical|technology|travel|food|national|white\s+house|baseball|basketball|football)\s+)?(?:writers?|correspondents?|reporters?|news\s+agency|bureau(?:\s+report)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Role();

    [GeneratedRegex(@"^(?:\(?c\)|©|copyright\b|all\s+rights\s+reserved|alle\s+rechte\s+vorbehalten|tous\s+droits\s+r[ée]serv[ée]s|todos\s+los\s+derechos\s+reservados)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Claim();

    [GeneratedRegex(@"(?<=[.!?""”])\s*\(?/?end\s?item\W{0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex EndWord();
}
