using System.Text;
using Dateline.Contracts;
using Dateline.Parser.Html.Tree;
using Dateline.Parser.Text;

namespace Dateline.Parser.Html;

/// <summary>Makes blocks of a part of a page, in reading order.</summary>
internal sealed class BlockBuilder
{
    private static readonly TagSet Skipped = new(
        Tag.Script, Tag.Style, Tag.NoScript, Tag.Template, Tag.Svg, Tag.Math, Tag.Iframe, Tag.Form, Tag.Button, Tag.Select, Tag.Input, Tag.TextArea, Tag.Nav, Tag.Object, Tag.Canvas, Tag.Audio, Tag.Video, Tag.Dialog, Tag.Head);

    private static readonly TagSet Containers = new(
        Tag.Div, Tag.Section, Tag.Article, Tag.Main, Tag.P, Tag.Body, Tag.Html, Tag.Header, Tag.Footer, Tag.Aside, Tag.Figure, Tag.Address, Tag.Details, Tag.Summary, Tag.Center, Tag.Dl, Tag.Dd, Tag.Dt, Tag.FieldSet, Tag.Hr);

    private readonly List<Block> blocks = [];
    private readonly StringBuilder inline = new();

    public static List<Block> Build(Node root)
    {
        var builder = new BlockBuilder();
        builder.Children(root);
        builder.Close();
        return builder.blocks;
    }

    private void Children(Node node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child.IsText)
                inline.Append(child.Data);
            else if (child.Tag == Tag.Br && BreaksOff(child))
                Close();
            else if (child.Tag == Tag.Br)
                inline.Append(' ');
            else if (!Skipped.Contains(child.Tag) && !IsHidden(child))
                Element(child);
        }
    }

    /// <summary>Two breaks in a row are how old pages part paragraphs.</summary>
    private static bool BreaksOff(Node line)
    {
        var next = line.NextSibling;
        while (next is { IsText: true } text && text.Data.IsWhiteSpace())
            next = text.NextSibling;
        return next is { Tag: Tag.Br };
    }

    private void Element(Node element)
    {
        switch (element.Tag)
        {
            case >= Tag.H1 and <= Tag.H6:
                Leaf(element, BlockKind.Heading, element.Tag - Tag.H1 + 1);
                break;
            case Tag.FigCaption or Tag.Caption:
                Leaf(element, BlockKind.Caption);
                break;
            case Tag.BlockQuote:
                Leaf(element, BlockKind.Quote);
                break;
            case Tag.Pre:
                Close();
                Add(BlockKind.Code, element.TextContent.Trim('\n', ' '));
                break;
            case Tag.Ul or Tag.Ol:
                Close();
                List(element);
                break;
            case Tag.Table:
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

    private void Leaf(Node element, BlockKind kind, int? level = null)
    {
        Close();
        Add(kind, kind == BlockKind.Quote ? string.Join('\n', Build(element).Select(block => block.Text)) : Inline(element), level);
    }

    private void List(Node list)
    {
        var items = list.Children.Select(Inline).Where(item => item.Length > 0);
        Add(BlockKind.List, string.Join('\n', items));
    }

    private void Table(Node table)
    {
        var rows = table.QuerySelectorAll("tr").ToList();

        // Old pages are laid out with tables: one with long cells or a table inside is a frame, not data.
        if (rows.Count < 2 || table.QuerySelector("table, p, h1, h2, h3") is not null || rows.Exists(row => row.Children.Any(cell => cell.TextLength > 400)))
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

    private static string Inline(Node element)
    {
        var text = new StringBuilder();
        Collect(element, text);
        return TextCleaner.Line(text.ToString());
    }

    private static void Collect(Node node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child.IsText)
                text.Append(child.Data);
            else if (!Skipped.Contains(child.Tag) && !IsHidden(child))
            {
                var parts = child.Tag is Tag.Br or Tag.Li || Containers.Contains(child.Tag);
                if (parts)
                    text.Append(' ');
                Collect(child, text);
                if (parts)
                    text.Append(' ');
            }
        }
    }

    private static bool IsHidden(Node element) =>
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
