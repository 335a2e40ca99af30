using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dateline.Parser.Html;

/// <summary>Parses a page into a tree whose size and depth are bounded.</summary>
internal static class PageTree
{
    /// <exception cref="PageTooLargeException">The tree outgrew its bounds while it was built.</exception>
    public static IHtmlDocument Parse(string html, ParserOptions options, CancellationToken cancellationToken)
    {
        var elements = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            // Deeper elements become siblings: the text is kept, and recursion stays shallow.
            MaximumDepth = options.MaxHtmlDepth,
            IsScripting = false,
            DisableElementPositionTracking = true,
            SkipComments = true,
            OnCreated = (_, _) =>
            {
                if (++elements > options.MaxHtmlElements)
                    throw new PageTooLargeException();
                if (elements % 1024 == 0)
                    cancellationToken.ThrowIfCancellationRequested();
            },
        });
        return parser.ParseDocument(html);
    }

    /// <summary>Characters of text; the data that applications ship in scripts is often ten times as long and is none.</summary>
    public static long VisibleLength(IHtmlDocument page) =>
        page.Descendants<IText>().Where(text => text.Parent is not (IHtmlScriptElement or IHtmlStyleElement)).Sum(text => (long)text.Length);

    public static string Text(INode? node) => node is null ? "" : Dateline.Parser.Text.TextCleaner.Line(node.TextContent);
}
