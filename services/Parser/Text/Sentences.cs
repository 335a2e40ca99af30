using System.Collections.Frozen;

namespace Dateline.Parser.Text;

/// <summary>Finds where a sentence ends, well enough for a title.</summary>
internal static class Sentences
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "sgt", "capt", "rev", "sen", "rep", "gov", "st", "no", "vs", "jr", "sr", "inc", "ltd",
        "co", "corp", "dept", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "calif", "fla", "ill", "mass",
        "mich", "minn", "pa", "tex", "va", "wash", "wis", "bzw", "z.b", "ca", "nr", "sra", "mme", "m", "adm", "maj", "hon", "approx", "al", "г", "ул",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first sentence with its end mark, or the whole text.</summary>
    public static ReadOnlySpan<char> First(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                return text[..i];
            if (text[i] is '。' or '！' or '？' or '।' or '۔')
                return text[..(i + 1)];
            if (text[i] is '.' or '!' or '?' && Ends(text, i, out var end))
                return text[..end];
        }

        return text;
    }

    private static bool Ends(ReadOnlySpan<char> text, int mark, out int end)
    {
        end = mark + 1;
        while (end < text.Length && text[end] is '"' or '”' or '’' or '\'' or '»' or ')' or '.')
            end++;
        if (end >= text.Length)
            return true;
        if (!char.IsWhiteSpace(text[end]))
            return false;
        if (text[mark] != '.')
            return true;

        var word = text[(text[..mark].LastIndexOfAny(' ', '\n', '(') + 1)..mark];
        var known = word.Length <= 1 || word.Contains('.') || Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
        var next = text[end..].TrimStart();
        return !known && (next.IsEmpty || !char.IsLower(next[0]));
    }
}
