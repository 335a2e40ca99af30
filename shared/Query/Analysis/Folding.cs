using System.Globalization;
using System.Text;

namespace Dateline.Query.Analysis;

/// <summary>Makes spellings of one word equal: case, accents, ligatures, full-width forms.</summary>
public static class Folding
{
    public static string Fold(ReadOnlySpan<char> word) =>
        Ascii.IsValid(word) ? FoldAscii(word) : FoldUnicode(word.ToString());

    private static string FoldAscii(ReadOnlySpan<char> word) =>
        string.Create(word.Length, word, static (target, source) => Ascii.ToLower(source, target, out _));

    private static string FoldUnicode(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            // Some letters decompose into several words with spaces between (U+FDFA) or into letter and dot (U+0140).
            if (IsMark(letter) ? IsPartOfLetter(letter, folded) : IsLetter(letter))
                folded.Append(Plain(letter) is { } plain ? plain : letter.ToString());
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Marks that readers leave out: accents, Hebrew points, Arabic vowels and the tatweel. Indic vowels are letters in all but category.</summary>
    private static bool IsMark(char letter) => letter
        is >= '\u0300' and <= '\u036F'
        or >= '\u0591' and <= '\u05BD' or '\u05BF' or '\u05C1' or '\u05C2' or '\u05C4' or '\u05C5' or '\u05C7'
        or '\u0640' or >= '\u064B' and <= '\u065F' or '\u0670';

    /// <summary>й is и with a breve to Unicode, and another letter to its readers and to stemmers.</summary>
    private static bool IsPartOfLetter(char mark, StringBuilder before) =>
        mark == '\u0306' && before.Length > 0 && before[^1] is >= '\u0400' and <= '\u04FF';

    private static bool IsLetter(char letter) =>
        char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Letters that do not decompose although people type them plainly.</summary>
    private static string? Plain(char letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        _ => null,
    };

    internal static bool JoinsWords(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
