using System.Text.RegularExpressions;
using Dateline.Parser.Text;

namespace Dateline.Parser.Metadata;

/// <summary>Makes names, one each, of what stands where authors are named.</summary>
internal static partial class Bylines
{
    private const int MaxAuthors = 20;
    private const int MaxNameLength = 80;
    private const int MaxNameSpaces = 5;

    /// <summary>Names of a line that says it is a byline, "By Ana Ruiz and Tom Lee"; empty for any other line.</summary>
    public static IReadOnlyList<string> Read(string line)
    {
        if (line.Length > 200 || Label().Match(line) is not { Success: true } label)
            return [];

        var names = Names(Connector().Replace(line[label.Length..], ""));
        return names.Count > 0 && names.All(IsPerson) ? names : [];
    }

    /// <summary>Names of a desk's closing credit, "(Reporting by A B; Editing by C D)"; empty for any other line.</summary>
    public static IReadOnlyList<string> ReadCredit(string line) =>
        line.Length <= 400 && Credit().Match(line) is { Success: true } credit ? [.. Names(credit.Groups["who"].Value).Where(IsPerson)] : [];

    /// <summary>Splits a field that is known to hold authors. An agency beside others is left out.</summary>
    public static IReadOnlyList<string> Names(string? field) =>
        All(field) is { Count: > 1 } names ? [.. names.Where(name => !IsAgency(name))] : All(field);

    /// <summary>Splits a field that is known to hold authors, agencies included.</summary>
    public static IReadOnlyList<string> All(string? field)
    {
        if (string.IsNullOrWhiteSpace(field) || field.Length > 1000)
            return [];

        var line = TextCleaner.Line(field);
        if (line.Contains("http", StringComparison.OrdinalIgnoreCase) || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            line = Address().Replace(line, " ");
        var clean = Label().Replace(line, "", 1);
        if (IsAgency(clean.Trim()))
            return [clean.Trim()];
        clean = Trailing().Replace(Credits().Replace(clean, " "), "");
        var names = Separator().Split(clean)
            .Select(Name)
            .Where(name => name.Length is > 1 and <= MaxNameLength && name.Any(char.IsLetter) && !Junk().IsMatch(name))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxAuthors)
            .ToList();

        // "Ana Ruiz, professor of marine law at the University of the North": the rest of the line says who she is.
        return names.Count > 1 ? [.. names.Where((name, i) => i == 0 || name.Count(character => character == ' ') < MaxNameSpaces)] : names;
    }

    /// <summary>True for "By" and its kin alone, which an element of its own may hold.</summary>
    public static bool IsLabel(string text) => text.Length is > 0 and < 20 && Label().Match(text + " ") is { Success: true } label && label.Length == text.Length + 1;

    /// <summary>An agency signs alone where no person does; beside people it is no author.</summary>
    public static bool IsAgency(string name) => Agencies.IsKnown(name) || Agency().IsMatch(name);

    private static string Name(string part)
    {
        var name = Reporter().Replace(part, "");
        if (name.IndexOf(" - ", StringComparison.Ordinal) is > 0 and var dash && PersonName.IsOrganisation(name[(dash + 3)..]))
            name = name[..dash];
        name = Affiliation().Replace(name.Trim(' ', ',', '.', '|', '-', '–', '—', '·', '•', '*'), "").Trim(' ', ',', '|', '-', '–');
        if (name.Contains('@') || name.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return "";

        // Papers shout names; "JANE O'DOE" is Jane O'Doe. Two or three letters may be an agency.
        return name.Length > 4 && name.Contains(' ') && !name.Any(char.IsLower) ? Calm(name) : name;
    }

    private static string Calm(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 1; i < letters.Length; i++)
        {
            if (char.IsLetter(letters[i - 1]))
                letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }

    private static bool IsPerson(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 6 && char.IsUpper(words[0][0]) && char.IsUpper(words[^1][0]) && !name.Any(char.IsDigit);
    }

    [GeneratedRegex(@"^\W{0,3}(?:(?:written|reported|story|text|articles?|posted|published|reporting|analysis|words)\s+by|by|author\s*:|authors\s*:|von|par|escrito\s+por|écrit\s+par|geschrieben\s+von|scritto\s+da|texte?\s+von|tekst\s*:|text\s*:|por|di|door|av|af|автор\s*:?|текст\s*:)\s*:?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Label();

    /// <summary>"By Ana Ruiz, in" goes on with a link to the section.</summary>
    [GeneratedRegex(@"[\s,]+(?:in|on|at|for)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Connector();

    [GeneratedRegex(@"^\W{0,2}(?:additional\s+)?(?:reporting|writing|reported|written)\s+by\s+(?<who>[^;()]{3,200})[^()]{0,200}\W{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Credit();

    [GeneratedRegex(@"\s*(?:;|；|、|\||,|/|&|\s(?:and|und|et|y|e|en|и|with)\s)\s*", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+(?:in|aus|à|en)\s+\p{Lu}[\p{L}\- ]{2,30}$|\s*[|–—]\s.*$|\s+(?:published|updated|posted)\b.*$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"\s*\([^()]{1,40}\)$|\s+(?:for|of)\s+(?:the\s+)?\p{Lu}.*$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Affiliation();

    [GeneratedRegex(@"^(?:the\s+)?(?:associated press|agence france-presse|anadolu ajansı|deutsche presse-agentur|press association|ap|afp|reuters|dpa|pti|ani|efe)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Agency();

    /// <summary>Pictures have authors of their own, and templates put them into the same field.</summary>
    [GeneratedRegex(@"\((?:image|images|photo|photos|picture|pictures|pic|foto|bild)\b[^()]*\)|\bimage:.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Credits();

    /// <summary>Korean papers put the trade behind the name.</summary>
    [GeneratedRegex(@"\s*(?:기자|특파원)$|\s+외\s+[0-9]+명$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Reporter();

    [GeneratedRegex(@"(?:https?://|www\.)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:staff(?:\s+(?:writer|reporter)s?)?|(?:senior\s+)?(?:reporter|correspondent|writer|editor)|admin(?:istrator)?|editorial|null|undefined|unknown|anonymous|guest|[\w ]*correspondent|learn more|read more|skip to .{1,30}|more options|posted by:?|facebook|twitter|linkedin|instagram|share|follow|view (?:all )?.{0,20}posts?|see (?:all|more).{0,20}|mon|tue|wed|thu|fri|sat|sun|last updated.{0,20}|contributors?|about the author|bio|author|authors|written by:?|by|sign in|log in|more about me|here)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Junk();
}
