using System.Collections.Frozen;
using System.Text;

namespace Dateline.Fetcher.Feeds;

/// <summary>Makes plain text of a field that may hold inline HTML, such as a title.</summary>
internal static class PlainText
{
    // Only these count as markup: a title may well speak of "<script>" or say "a < b".
    private static readonly FrozenSet<string> Markup = new[]
    {
        "a", "abbr", "acronym", "b", "big", "blink", "br", "center", "cite", "code", "del", "dfn", "div", "em", "font", "h1", "h2", "h3",
        "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "nobr", "ol", "p", "pre", "q", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "tt", "u", "ul", "var", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // It declares none of its own, so that one serves all.
    private static readonly EntityTable Entities = new(new FeedOptions());

    public static string? Of(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
            return null;

        var text = html.Contains('<') ? Strip(html) : html;
        return Fold(text.Contains('&') ? Entities.Decode(text) : text);
    }

    /// <summary>White space to single blanks, ends trimmed; null when nothing is left.</summary>
    public static string? Fold(string? text)
    {
        if (text is null)
            return null;

        if (!NeedsFolding(text))
            return text.Length == 0 ? null : text;

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c != '\0')
                result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        var folded = result.ToString().TrimEnd();
        return folded.Length == 0 ? null : folded;
    }

    private static bool NeedsFolding(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isBlank = text[i] == ' ';
            if (!isBlank && (char.IsWhiteSpace(text[i]) || text[i] == '\0'))
                return true;
            if (isBlank && (i == 0 || i == text.Length - 1 || text[i + 1] == ' '))
                return true;
        }

        return false;
    }

    private static string Strip(string html)
    {
        var result = new StringBuilder(html.Length);
        var lastClose = html.LastIndexOf('>');
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] == '<' && i < lastClose && TagEnd(html, i) is var end and > 0)
                i = end;
            else
                result.Append(html[i]);
        }

        return result.ToString();
    }

    private static int TagEnd(string html, int start)
    {
        var name = start + 1 < html.Length && html[start + 1] == '/' ? start + 2 : start + 1;
        var nameEnd = name;
        while (nameEnd < html.Length && nameEnd - name <= 8 && char.IsAsciiLetterOrDigit(html[nameEnd]))
            nameEnd++;
        if (nameEnd == name || nameEnd >= html.Length || html[nameEnd] is not (' ' or '>' or '/' or '\n' or '\t' or '\r'))
            return 0;

        if (!Markup.GetAlternateLookup<ReadOnlySpan<char>>().Contains(html.AsSpan(name, nameEnd - name)))
            return 0;

        var end = html.AsSpan(nameEnd).IndexOf('>');
        return end < 0 ? 0 : nameEnd + end;
    }
}
