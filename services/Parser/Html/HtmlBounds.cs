namespace Dateline.Parser.Html;

/// <summary>
/// Estimates, in one pass over the characters, how large a page's tree would become. A tree can be far larger than
/// its page: formatting elements left open are copied into every block that follows.
/// </summary>
internal static class HtmlBounds
{
    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    private static readonly HashSet<string> RawText = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "noscript", "xmp", "iframe" };

    /// <summary>What is too much, or null for a page that can be parsed.</summary>
    public static string? Exceeded(string html, ParserOptions options)
    {
        long elements = 0;
        var open = 0;
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i))
        {
            var closing = html[i + 1] == '/';
            var start = i + (closing ? 2 : 1);
            if (start >= html.Length || !char.IsAsciiLetter(html[start]))
            {
                i = SkipComment(html, i);
                continue;
            }

            var end = start;
            while (end < html.Length && end - start < 20 && char.IsAsciiLetterOrDigit(html[end]))
                end++;
            var name = html[start..end];
            var close = TagEnd(html, end, options.MaxAttributes, out var attributes);
            if (attributes > options.MaxAttributes)
                return $"an element <{name}> with more than {options.MaxAttributes} attributes (Parser:MaxAttributes)";

            if (Formatting.Contains(name))
                open = closing ? Math.Max(0, open - 1) : open + 1;
            else if (!closing)
                elements += open;
            if (!closing)
                elements++;
            if (elements > options.MaxHtmlElements)
                return $"more than {options.MaxHtmlElements:N0} elements (Parser:MaxHtmlElements)";

            i = !closing && RawText.Contains(name) ? SkipRawText(html, close, name) : close;
        }

        return null;
    }

    private static int SkipComment(string html, int at)
    {
        if (!html.AsSpan(at).StartsWith("<!--"))
            return at + 1;

        var end = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
        return end < 0 ? html.Length : end + 3;
    }

    private static int SkipRawText(string html, int at, string name)
    {
        var end = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : end;
    }

    /// <summary>Behind the tag's end, quoted values skipped; a quote that is never closed ends with the page.</summary>
    private static int TagEnd(string html, int at, int maxAttributes, out int attributes)
    {
        attributes = 0;
        for (var i = at; i < html.Length; i++)
        {
            switch (html[i])
            {
                case '>':
                    return i + 1;
                case '"' or '\'' when html[i - 1] is '=' or ' ' or '\n':
                    var end = html.IndexOf(html[i], i + 1);
                    if (end < 0)
                        return html.Length;
                    i = end;
                    break;
                case ' ' or '\n' or '\t' or '/' when i + 1 < html.Length && !char.IsWhiteSpace(html[i + 1]) && html[i + 1] is not ('>' or '/' or '=' or '"' or '\''):
                    if (++attributes > maxAttributes)
                        return i;
                    break;
            }
        }

        return html.Length;
    }
}
