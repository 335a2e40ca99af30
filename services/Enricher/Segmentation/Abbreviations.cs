using System.Collections.Frozen;

namespace Dateline.Enricher.Segmentation;

/// <summary>Knows points that end an abbreviation and not a sentence.</summary>
internal static class Abbreviations
{
    /// <summary>Longer words are not looked up.</summary>
    private const int MaxLength = 8;

    /// <summary>Titles and short forms before a name or number, which is capitalised like the start of a sentence.</summary>
    private static readonly FrozenSet<string> BeforeNames = new[]
    {
        // English
        "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "st", "mt", "ft", "gen", "lt", "col", "maj", "capt", "cmdr", "sgt", "cpl", "adm",
        "sen", "rep", "gov", "pres", "supt", "insp", "det", "jan", "feb", "apr", "aug", "sept", "oct", "nov", "dec", "no", "nos", "vs", "fig", "vol", "pp", "cf",
        // German
        "hr", "fr", "bzw", "ca", "nr", "str", "usw", "evtl", "bspw", "sog", "inkl", "abs", "art",
        // French, Spanish, Portuguese, Italian
        "mme", "mlle", "mgr", "sr", "sra", "srta", "dra", "ud", "uds", "avda", "núm", "pág", "sig", "dott", "ing", "avv", "eng", "exmo",
        // Slavic and Baltic
        "ul", "tzv", "tzn", "np", "tj", "ok", "doc", "bc", "им", "ул", "гг", "стр", "тыс", "млн", "млрд", "св",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        BeforeNames.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="point">Where the point stands.</param>
    /// <param name="next">Where the next word starts.</param>
    public static bool EndsAt(string text, int point, int next, string language)
    {
        var start = point;
        while (start > 0 && point - start <= MaxLength && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
            start--;

        var word = text.AsSpan(start, point - start);
        if (word.IsEmpty || word.Length > MaxLength)
            return false;

        if (word.Length <= 2 && char.IsAsciiDigit(word[0]))
            return WritesOrdinalsWithPoint(language) && next < text.Length && char.IsLetter(text[next]);

        // An initial: "J. Smith", "U.S. Senate". The pronoun ends many a sentence: "not I. He".
        if (word.Length == 1)
            return char.IsUpper(word[0]) && word[0] != 'I';

        if (word.Contains('.'))
            return word[^2] == '.' && next < text.Length && !StartsNewSentence(text, next);

        Span<char> lower = stackalloc char[MaxLength];
        return Lookup.Contains(lower[..word.ToLowerInvariant(lower)]);
    }

    /// <summary>"am 3. Oktober": a number with a point is an ordinal there, while elsewhere it ends a sentence.</summary>
    private static bool WritesOrdinalsWithPoint(string language) => language is
        "de" or "da" or "nb" or "nn" or "fi" or "et" or "is" or "lv" or "cs" or "sk" or "sl" or "hr" or "bs" or "sr" or "hu" or "tr" or "az" or "eu";

    /// <summary>Words that seldom follow an abbreviation like "U.S." inside a sentence, but often start the next one.</summary>
    private static bool StartsNewSentence(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start <= MaxLength && char.IsLetter(text[end]))
            end++;

        return text.AsSpan(start, end - start) is "The" or "A" or "An" or "He" or "She" or "It" or "They" or "We" or "In" or "On" or "But" or "And" or "This" or "That";
    }
}
