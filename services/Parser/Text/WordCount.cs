using System.Globalization;

namespace Dateline.Parser.Text;

/// <summary>Counts words, also in scripts that do not part them.</summary>
internal static class WordCount
{
    public static int Of(ReadOnlySpan<char> text)
    {
        int words = 0, unspaced = 0;
        var inside = false;
        foreach (var character in text)
        {
            if (character < '\u0080')
            {
                if (char.IsAsciiLetterOrDigit(character))
                {
                    words += inside ? 0 : 1;
                    inside = true;
                }
                else if (character is not ('\'' or '-' or '.'))
                {
                    inside = false;
                }
            }
            else if (IsUnspaced(character))
            {
                unspaced++;
                inside = false;
            }
            else if (char.IsLetterOrDigit(character))
            {
                if (!inside)
                    words++;
                inside = true;
            }
            else if (character is not ('\'' or '’' or '-' or '.') && CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                inside = false;
            }
        }

        // Chinese and Japanese words are two characters long on average, Thai ones about four with its marks.
        return words + ((unspaced + 1) / 2);
    }

    /// <summary>Han, kana, Thai, Lao, Khmer and Burmese.</summary>
    private static bool IsUnspaced(char character) => character
        is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');
}
