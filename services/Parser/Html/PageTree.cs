using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

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
            ShouldEmitAttribute = static (ref StructHtmlToken _, ReadOnlyMemory<char> name) => MayBeRead(name.Span),
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

    /// <summary>
    /// Attributes for scripts and pictures are kept by no reader of ours: sizes of pictures, handlers, what an application
    /// remembers. What says which part of the page this is, and anything about time, stays.
    /// </summary>
    private static bool MayBeRead(ReadOnlySpan<char> name) => name switch
    {
        "srcset" or "sizes" or "tabindex" or "d" or "viewbox" or "fill" or "stroke" or "transform" or "points" or "integrity" or "nonce" or "target" => false,
        ['o', 'n', _, ..] => false,
        ['d', 'a', 't', 'a', '-', ..] => name is "data-testid" or "data-component" || name.Contains("date", StringComparison.Ordinal) || name.Contains("time", StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>Characters of text; the data that applications ship in scripts is often ten times as long and is none.</summary>
    public static long VisibleLength(IHtmlDocument page) =>
        page.Descendants<IText>().Where(text => text.Parent is not (IHtmlScriptElement or IHtmlStyleElement)).Sum(text => (long)text.Length);

    public static string Text(INode? node) => node is null ? "" : Dateline.Parser.Text.TextCleaner.Line(node.TextContent);
}
