using System.Buffers;

namespace Dateline.Parser.Text;

/// <summary>Takes out of text what nobody sees: control characters, odd spaces, carriage returns.</summary>
internal static class TextCleaner
{
    private const int OnStack = 512;

    private const char Nothing = '\0';

    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '\u007F' - ' ').Select(code => (char)code), '\n', '\t']);

    /// <summary>Keeps line feeds and tabs.</summary>
    public static string Clean(string text)
    {
        if (NextOdd(text, 0) == text.Length)
            return text;

        var characters = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(characters);
        var clean = characters.AsSpan(0, Clean(characters.AsSpan(0, text.Length)));
        var result = clean.SequenceEqual(text) ? text : clean.ToString();
        ArrayPool<char>.Shared.Return(characters);
        return result;
    }

    /// <summary>Cleans a text where it lies, since it grows no longer by it, and answers its length.</summary>
    public static int Clean(Span<char> text)
    {
        int length = 0, kept = 0;
        for (var i = NextOdd(text, 0); i < text.Length; i = NextOdd(text, i + 1))
        {
            var character = text[i];

            // A lone surrogate cannot be written as UTF-8, and PostgreSQL refuses NUL.
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            var replacement = character switch
            {
                '\r' => i + 1 < text.Length && text[i + 1] == '\n' ? Nothing : '\n',
                '\u2028' or '\u2029' or '\u0085' or '\f' or '\v' => '\n',
                '\uFEFF' or '\u00AD' or '\u200B' or '\u2060' => Nothing,
                _ when char.IsSurrogate(character) => '\uFFFD',
                _ => char.IsControl(character) ? Nothing : character,
            };
            if (replacement == character && character != Nothing)
                continue;

            text[kept..i].CopyTo(text[length..]);
            length += i - kept;
            kept = i + 1;
            if (replacement != Nothing)
                text[length++] = replacement;
        }

        text[kept..].CopyTo(text[length..]);
        return length + text.Length - kept;
    }

    /// <summary>One line: every run of white space is one space.</summary>
    public static string Line(ReadOnlySpan<char> text)
    {
        char[]? rented = null;
        var line = text.Length <= OnStack ? stackalloc char[OnStack] : rented = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        var pending = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                pending = length > 0;
                continue;
            }

            if (pending)
                line[length++] = ' ';
            pending = false;
            line[length++] = character;
        }

        var result = line[..length].ToString();
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return result;
    }

    private static int NextOdd(ReadOnlySpan<char> text, int from)
    {
        var next = text[from..].IndexOfAnyExcept(Plain);
        return next < 0 ? text.Length : from + next;
    }
}
