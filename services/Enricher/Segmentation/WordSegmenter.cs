using System.Globalization;
using System.Text;

namespace Dateline.Enricher.Segmentation;

/// <summary>Finds the words of a text in any script.</summary>
internal static class WordSegmenter
{
    public static List<Token> Segment(ReadOnlySpan<char> text)
    {
        var words = new List<Token>(text.Length / 6 + 1);
        var position = 0;
        while (Next(text, ref position, out var word))
            words.Add(word);

        return words;
    }

    /// <summary>Reads the next word at or after <paramref name="position"/>, which moves behind it.</summary>
    public static bool Next(ReadOnlySpan<char> text, ref int position, out Token word)
    {
        while (position < text.Length)
        {
            var kind = KindAt(text, position, out var length);
            var start = position;
            position += length;
            switch (kind)
            {
                case Kind.Letter:
                    position = EndOfWord(text, position);
                    word = new Token(start, position - start, Unspaced: false);
                    return true;
                case Kind.Unspaced:
                    position = EndOfMarks(text, position);
                    word = new Token(start, position - start, Unspaced: true);
                    return true;
            }
        }

        word = default;
        return false;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length)
        {
            var kind = KindAt(text, position, out var length);
            if (kind is not (Kind.Letter or Kind.Mark) && !JoinsWords(text, position))
                break;

            position += length;
        }

        return position;
    }

    /// <summary>An apostrophe between letters ("don't", "l'eau") or a point or comma between digits ("1,200.5").</summary>
    private static bool JoinsWords(ReadOnlySpan<char> text, int position)
    {
        if (position + 1 >= text.Length)
            return false;

        var (before, after) = (text[position - 1], text[position + 1]);
        return text[position] switch
        {
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
            '.' or ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            // Soft hyphens and joiners are invisible and stand inside words of Persian, Hindi and justified pages.
            '\u00AD' or '\u200C' or '\u200D' => true,
            _ => false,
        };
    }

    private static int EndOfMarks(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && KindAt(text, position, out var length) == Kind.Mark)
            position += length;

        return position;
    }

    private static Kind KindAt(ReadOnlySpan<char> text, int position, out int length)
    {
        var first = text[position];
        if (first < 0x80)
        {
            length = 1;
            return char.IsAsciiLetterOrDigit(first) ? Kind.Letter : Kind.Other;
        }

        // A lone surrogate decodes to U+FFFD, which is no letter.
        Rune.DecodeFromUtf16(text[position..], out var rune, out length);
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Kind.Mark,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.DecimalDigitNumber => Kind.Letter,
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.LetterNumber =>
                UnspacedScripts.Contains(rune.Value) ? Kind.Unspaced : Kind.Letter,
            _ => Kind.Other,
        };
    }

    private enum Kind
    {
        Other,
        Letter,
        Mark,
        Unspaced,
    }
}
