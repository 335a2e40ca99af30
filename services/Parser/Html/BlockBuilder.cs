using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Contracts;
using Dateline.Parser.Text;

namespace Dateline.Parser.Html;

/// <summary>Makes blocks of a part of a page, in reading order.</summary>
internal sealed class BlockBuilder
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "math", "iframe", "form", "button", "select", "input", "textarea", "nav", "object", "canvas", "audio", "video", "dialog", "head",
    };

    private static readonly HashSet<string> Containers = new(StringComparer.OrdinalIgnoreCase)
    {
        "div", "section", "article", "main", "p", "body", "html", "header", "footer", "aside", "figure", "address", "details", "summary", "center", "dl", "dd", "dt", "fieldset", "hr",
    };

    private readonly List<Block> blocks = [];
    private readonly StringBuilder inline = new();

    public static List<Block> Build(INode root)
    {
        var builder = new BlockBuilder();
        builder.Children(root);
        builder.Close();
        return builder.blocks;
    }

    private void Children(INode node)
    {
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is not IHtmlBreakRowElement)
                Visit(children[i]);
            else if (BreaksOff(children, i + 1))
                Close();
            else
                inline.Append(' ');
        }
    }

    /// <summary>
    /// Two breaks in a row are how old pages part paragraphs. By index, because asking a node for its next sibling
    /// searches all of its siblings.
    /// </summary>
    private static bool BreaksOff(INodeList children, int next)
    {
        while (next < children.Length && children[next] is IText text && string.IsNullOrWhiteSpace(text.Data))
            next++;
        return next < children.Length && children[next] is IHtmlBreakRowElement;
    }

    private void Visit(INode node)
    {
        switch (node)
        {
            case IText text:
                inline.Append(text.Data);
                break;
            case IElement element when Skipped.Contains(element.LocalName) || IsHidden(element):
                break;
            case IElement element:
                Element(element);
                break;
        }
    }

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Leaf(element, BlockKind.Heading, element.LocalName[1] - '0');
                break;
            case "figcaption" or "caption":
                Leaf(element, BlockKind.Caption);
                break;
            case "blockquote":
                Leaf(element, BlockKind.Quote);
                break;
            case "pre":
                Close();
                Add(BlockKind.Code, element.TextContent.Trim('\n', ' '));
                break;
            case "ul" or "ol":
                Close();
                List(element);
                break;
            case "table":
                Close();
                Table(element);
                break;
            case var name when Containers.Contains(name):
                Close();
                Children(element);
                Close();
                break;
            default:
                Children(element);
                break;
        }
    }

    private void Leaf(IElement element, BlockKind kind, int? level = null)
    {
        Close();
        Add(kind, kind == BlockKind.Quote ? string.Join('\n', Build(element).Select(block => block.Text)) : Inline(element), level);
    }

    private void List(IElement list)
    {
        var items = list.Children.Select(Inline).Where(item => item.Length > 0);
        Add(BlockKind.List, string.Join('\n', items));
    }

    private void Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr");

        // Old pages are laid out with tables: one with long cells or a table inside is a frame, not data.
        if (rows.Length < 2 || table.QuerySelector("table, p, h1, h2, h3") is not null || rows.Any(row => row.Children.Any(cell => cell.TextContent.Length > 400)))
        {
            foreach (var cell in table.QuerySelectorAll("td, th").Where(cell => cell.Closest("table") == table))
            {
                Children(cell);
                Close();
            }

            return;
        }

        var lines = rows.Select(row => string.Join(" | ", row.Children.Select(Inline))).Where(row => row.Any(char.IsLetterOrDigit));
        Add(BlockKind.Table, string.Join('\n', lines));
    }

    private static string Inline(IElement element)
    {
        var text = new StringBuilder();
        Collect(element, text);
        return TextCleaner.Line(text.ToString());
    }

    private static void Collect(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText literal)
                text.Append(literal.Data);
            else if (child is IElement element && !Skipped.Contains(element.LocalName) && !IsHidden(element))
            {
                var parts = element.LocalName is "br" or "li" || Containers.Contains(element.LocalName);
                if (parts)
                    text.Append(' ');
                Collect(element, text);
                if (parts)
                    text.Append(' ');
            }
        }
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    private void Close()
    {
        Add(BlockKind.Paragraph, TextCleaner.Line(inline.ToString()));
        inline.Clear();
    }

    private void Add(BlockKind kind, string text, int? level = null)
    {
        if (text.Length > 0 && text.Any(char.IsLetterOrDigit))
            blocks.Add(new Block { Kind = kind, Text = text, Level = level });
    }
}
