using System.Text;

namespace Dateline.Parser.Text;

/// <summary>Takes out of text what nobody sees: control characters, odd spaces, carriage returns.</summary>
internal static class TextCleaner
{
    /// <summary>Keeps line feeds and tabs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            switch (character)
            {
                case '\r':
                    if (i + 1 >= text.Length || text[i + 1] != '\n')
                        clean.Append('\n');
                    break;
                case '\u2028' or '\u2029' or '\u0085' or '\f' or '\v':
                    clean.Append('\n');
                    break;
                case '\n' or '\t':
                    clean.Append(character);
                    break;
                case '\uFEFF' or '\u00AD' or '\u200B' or '\u2060':
                    break;
                default:
                    // A lone surrogate cannot be written as UTF-8, and PostgreSQL refuses NUL.
                    if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                        clean.Append(character).Append(text[++i]);
                    else if (char.IsSurrogate(character))
                        clean.Append('\uFFFD');
                    else if (!char.IsControl(character))
                        clean.Append(character);
                    break;
            }
        }

        return clean.ToString();
    }

    /// <summary>One line: every run of white space is one space.</summary>
    public static string Line(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        var pending = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                pending = line.Length > 0;
                continue;
            }

            if (pending)
                line.Append(' ');
            pending = false;
            line.Append(character);
        }

        return line.ToString();
    }
}
