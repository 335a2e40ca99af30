using System.Collections.Frozen;

namespace Dateline.Parser.Text;

/// <summary>Tells a dateline's place from the other things that stand at the start of a text before a mark.</summary>
internal static class DatelinePlace
{
    /// <summary>Labels that papers put where a dateline would stand.</summary>
    private static readonly FrozenSet<string> Labels = new[]
    {
        "breaking", "update", "updated", "exclusive", "opinion", "analysis", "watch", "video", "photos", "live", "editorial", "explainer", "interview", "review", "column",
        "correction", "factbox", "timeline", "feature", "sports", "business", "world", "news", "by", "note", "editor", "summary", "background", "question", "answer", "q", "a",
        "warning", "advisory", "alert", "press release", "statement", "contact", "media contact", "embargoed", "for immediate release", "eilmeldung", "exklusiv", "kommentar",
        "dernière minute", "exclusif", "tribune", "última hora", "exclusiva", "opinión", "срочно", "image", "photo", "caption", "source", "also read", "read more", "see also", "related",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Openers = new[]
    {
        "the", "a", "an", "this", "these", "in", "on", "at", "after", "when", "while", "if", "it", "he", "she", "they", "we", "i", "as", "for", "but", "and", "there", "with", "from",
        "der", "die", "das", "ein", "eine", "le", "un", "une", "el", "una", "o", "os", "il", "на", "по", "today", "yesterday", "president", "minister", "mr", "mrs", "dr", "prime", "king", "queen",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Last words of organisations, which papers also put before a dash.</summary>
    private static readonly FrozenSet<string> Organisations = new[]
    {
        "international", "agency", "ministry", "university", "bank", "commission", "committee", "association", "company", "council", "party", "group", "news", "times", "press", "media", "police", "court",
        "institute", "foundation", "union", "federation", "corporation", "bureau", "office", "department", "network", "society",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string Clean(string place)
    {
        var line = TextCleaner.Line(place).Replace(" ,", ",", StringComparison.Ordinal).TrimEnd(',', ' ', '-');

        // "LEON, GUANAJUATO.-" ends with the mark's dot; "Calif." and "D.C." end with their own.
        return line.EndsWith('.') && line.LastIndexOf(' ') is var space && line.Length - space > 7 ? line[..^1] : line;
    }

    public static bool IsPlausible(string place)
    {
        if (place.Length is < 2 or > 70 || Labels.Contains(place))
            return false;

        var words = place.Split([' ', ',', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 9
            && !Openers.Contains(words[0])
            && !Labels.Contains(words[0].TrimEnd(':'));
    }

    /// <summary>
    /// Without date and agency a place must shout, "AMMAN — ", or stand before a spaced dash, "Cape Town - ", and be
    /// followed by the start of a sentence.
    /// </summary>
    public static bool StandsAlone(string place, string mark, string rest)
    {
        if (rest.Length == 0 || char.IsLower(rest[0]) || place.Length < 3)
            return false;

        var parts = place.Split(',');
        if (parts.Length > 3 || parts.Any(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 4))
            return false;

        if (Organisations.Contains(place[(place.LastIndexOf(' ') + 1)..]))
            return false;

        return IsLoud(place) || (mark != ":" && parts.All(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 3));
    }

    /// <summary>Capitals throughout its first part: AP style leaves the state or country in small letters.</summary>
    private static bool IsLoud(string place)
    {
        var first = place.Split(',')[0];
        return first.Count(char.IsLetter) >= 3 && !first.Any(char.IsLower);
    }
}
