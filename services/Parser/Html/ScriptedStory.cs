using System.Text.Json;
using Dateline.Parser.Html.Tree;
using Dateline.Parser.Text;

namespace Dateline.Parser.Html;

/// <summary>Finds the story of a page that shows none until its scripts have run: it lies in the data that they draw the page from.</summary>
internal static class ScriptedStory
{
    /// <summary>Characters of markup as it is written in the script. What is shorter is a label, a teaser or a button.</summary>
    private const int LeastLength = 400;

    /// <summary>Such data holds dialogs and templates, too: it is the story's only if it names the headline, at most escaped whole.</summary>
    private const int EscapedLength = 6;

    /// <summary>The longest text with paragraphs in data that names the headline, as HTML.</summary>
    public static string? Find(HtmlPage page, string? title) => string.IsNullOrWhiteSpace(title) ? null : page.QuerySelectorAll("script:not([src])")
        .Select(script => Longest(script.TextContent, TextCleaner.Line(title)))
        .MaxBy(story => story?.Length ?? 0);

    private static string? Longest(string script, string title)
    {
        string? longest = null;
        var named = false;
        foreach (var (start, length) in Literals(script))
        {
            if (!named && length > title.Length / 2 && length <= (title.Length * EscapedLength) + LeastLength)
                named = Value(script.AsSpan(start, length)) is { } name && Names(TextCleaner.Line(name), title);
            if (length >= LeastLength && length > (longest?.Length ?? 0) && Value(script.AsSpan(start, length)) is { } value && HasParagraphs(value) && value.Length > (longest?.Length ?? 0))
                longest = value;
        }

        return named ? longest : null;
    }

    /// <summary>The page's title may carry the names of the site and the section, too.</summary>
    private static bool Names(string name, string title) =>
        name.Contains(title, StringComparison.OrdinalIgnoreCase) || (name.Length > title.Length / 2 && title.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static bool HasParagraphs(string text) =>
        text.Contains("<p", StringComparison.OrdinalIgnoreCase) || text.Contains("<br", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where strings stand, with their quotes. None goes on in the next line, so that an apostrophe or a pattern in a script misleads for a line at most.</summary>
    private static IEnumerable<(int Start, int Length)> Literals(string script)
    {
        for (var start = script.IndexOf('"'); start >= 0; start = script.IndexOf('"', start))
        {
            var end = start + 1;
            while (end < script.Length && script[end] is not ('"' or '\n'))
                end += script[end] == '\\' ? 2 : 1;
            if (end >= script.Length)
                yield break;
            if (script[end] == '"')
                yield return (start, end + 1 - start);
            start = end + 1;
            if (start >= script.Length)
                yield break;
        }
    }

    private static string? Value(ReadOnlySpan<char> literal)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(literal);
        }
        catch (JsonException)
        {
            return null; // a string of a script, not of JSON
        }
    }
}
