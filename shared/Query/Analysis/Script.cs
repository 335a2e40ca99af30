using System.Text;

namespace Dateline.Query.Analysis;

/// <summary>Tells letters of scripts that write without spaces, which are indexed as pairs, from those of words.</summary>
internal static class Script
{
    public static bool IsUnspaced(Rune rune) => rune.Value
        is >= 0x0E00 and <= 0x0EFF                              // Thai, Lao
        or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF   // Myanmar, Khmer
        or >= 0x3005 and <= 0x3007 or >= 0x3040 and <= 0x30FF   // iteration marks, kana
        or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF   // Han
        or >= 0xAC00 and <= 0xD7AF                              // Hangul: particles are written to the word
        or >= 0xF900 and <= 0xFAFF or >= 0xFF66 and <= 0xFF9F
        or >= 0x20000 and <= 0x323AF;

    public static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune) || Folding.JoinsWords(rune);

    public static bool IsApostrophe(char letter) => letter is '\'' or '\u2019' or '\u02BC' or '\uFF07';
}
