using System.Text.RegularExpressions;

namespace Dateline.Parser.Text;

/// <summary>Recognises what desks write to each other around a story: slugs, priorities, MORE and ENDS.</summary>
internal static partial class WireMarks
{
    public static bool IsMore(string line) => More().IsMatch(line);

    /// <summary>After this come notes to editors, contacts and legal text.</summary>
    public static bool IsEnd(string line) => End().IsMatch(line);

    /// <summary>A line of wire routing before the headline: "BC-EU--Harbour Tolls, 2nd Ld-Writethru", "URGENT", "a0123".</summary>
    public static bool IsSlug(string line) => Slug().IsMatch(line);

    /// <summary>Words joined by hyphens over the story, as "France-grève-transports": a name of the story, not its headline.</summary>
    public static bool IsKeyword(string line) => Keyword().IsMatch(line);

    /// <summary>"UPDATE 2-Miners go back to work": the desk counts versions before the headline.</summary>
    public static string WithoutVersion(string headline) => Version().Replace(headline, "");

    [GeneratedRegex(@"^[\p{L}\p{N}]{2,}(?:-[\p{L}\p{N}]+){1,5}$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Keyword();

    [GeneratedRegex(@"^(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|RECAST)(?:\s\d{1,2})?-(?=\S))+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Version();

    [GeneratedRegex(@"^[\W_]*\(?(?:more(?:\s+to\s+(?:come|follow))?|m/f|forts\.|suite|sigue|mehr|followed\s+by\s+more)\)?[\W_]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex More();

    [GeneratedRegex(@"^(?:[-–—\s(]*(?:ends?|end\s+of\s+(?:story|text|item)|endit|ende|fin|fine|fim|30)[-–—\s).]*|#{2,4}|\*{3,}\s*(?:end)?|\(end\)|/ends/)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex End();

    [GeneratedRegex(@"^(?:\^?(?:BC|AM|PM|APM|AP|EU|US|ZCZC)-[\w^][\w\-, /&^]*|\W{0,2}(?:URGENT|BULLETIN|FLASH|NEWS\s*ALERT|ALERT|EMBARGO(?:ED)?(?:\s.{0,60})?|FOR\s+IMMEDIATE\s+RELEASE|ADVISORY|EILMELDUNG|URGENTE)\W{0,3}|[a-z]\d{4}\W.{0,40}|\((?:eds|editors?|adds|updates|recasts|corrects)\W.{0,160}\)|(?:eds|adds|updates|recasts)\s*:.{0,160}|slug\s*:.{0,80}|\d{3,4}\s+(?:words|wds))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Slug();
}
