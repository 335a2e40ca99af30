namespace Dateline.Parser.Html;

/// <summary>
/// Estimates, in one pass over the characters, what a page would cost to parse. A tree can be far larger than its
/// page: formatting elements left open are copied into every block that follows.
/// </summary>
internal static class HtmlBounds
{
    /// <summary>
    /// Elements open at once. The HTML library searches all of them at every block: 50 000 cost 14 s, 1 000 nothing
    /// that shows. Real pages stay below 100, broken ones that never close a block at a few hundred.
    /// </summary>
    private const int MaxOpen = 1_000;

    private static readonly HashSet<string> RawText = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "noscript", "xmp", "iframe" };

    /// <summary>What is too much, or null for a page that can be parsed.</summary>
    public static string? Exceeded(string html, ParserOptions options)
    {
        long elements = 0;
        var open = new OpenElements();
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = i < html.Length ? html.IndexOf('<', i) : -1)
        {
            var closing = html[i + 1] == '/';
            var start = i + (closing ? 2 : 1);
            if (start >= html.Length || !char.IsAsciiLetter(html[start]))
            {
                i = SkipComment(html, i);
                continue;
            }

            var name = Name(html, start);
            i = TagEnd(html, start + name.Length, options.MaxAttributes, out var attributes);
            if (attributes > options.MaxAttributes)
                return $"an element <{name}> with more than {options.MaxAttributes} attributes (Parser:MaxAttributes)";

            if (closing)
            {
                open.Close(name);
                continue;
            }

            elements += 1 + open.Open(name);
            if (elements > options.MaxHtmlElements)
                return $"more than {options.MaxHtmlElements:N0} elements (Parser:MaxHtmlElements)";
            if (open.Depth > MaxOpen)
                return $"more than {MaxOpen:N0} elements inside each other";
            if (RawText.Contains(name))
                i = SkipRawText(html, i, name);
        }

        return null;
    }

    private static string Name(string html, int start)
    {
        var end = start;
        while (end < html.Length && end - start < 20 && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return html[start..end];
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

                    // a="1"b="2" needs no space in between.
                    if (i + 1 < html.Length && char.IsAsciiLetter(html[i + 1]))
                        attributes++;
                    break;
                case ' ' or '\n' or '\t' or '/' when i + 1 < html.Length && !char.IsWhiteSpace(html[i + 1]) && html[i + 1] is not ('>' or '/' or '=' or '"' or '\''):
                    attributes++;
                    break;
            }

            if (attributes > maxAttributes)
                return i;
        }

        return html.Length;
    }
}
