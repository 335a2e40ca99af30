using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dateline.Parser.Body;

/// <summary>Reads all text of a page as passages, in reading order. What belongs to the article is decided later.</summary>
internal sealed class PassageReader
{
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "svg", "math", "iframe", "button", "select", "input", "textarea", "object", "canvas", "audio", "video", "dialog", "head", "option", "datalist", "progress", "map",
    };

    /// <summary>Elements inside a line; all others begin a new one.</summary>
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small",
        "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private readonly List<Passage> passages = [];
    private readonly StringBuilder text = new();
    private readonly Marks marks = new();
    private Place place;
    private bool spaced;
    private int length;
    private int linkLength;
    private int links;
    private int strongLength;
    private int breaks;
    private int linkDepth;
    private int strongDepth;

    private PassageReader(IElement root) => place = new Place(null, root.LocalName, marks.Read(root), 0);

    public static List<Passage> Read(IElement root)
    {
        var reader = new PassageReader(root);
        reader.Children(root);
        reader.Close();
        return reader.passages;
    }

    private void Children(INode node)
    {
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            switch (children[i])
            {
                case IText literal:
                    Append(literal.Data);
                    break;
                case IHtmlBreakRowElement when BreaksOff(children, i + 1):
                    Close();
                    break;
                case IHtmlBreakRowElement:
                    spaced = true;
                    breaks++;
                    break;
                case IElement element when !Skipped.Contains(element.LocalName):
                    Element(element);
                    break;
            }
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

    private void Element(IElement element)
    {
        var name = element.LocalName;
        var link = name == "a";
        var strong = name is "b" or "strong";
        linkDepth += link ? 1 : 0;
        strongDepth += strong ? 1 : 0;
        if (link)
            links++;

        if (!Inline.Contains(name))
            Block(element);
        else
            Children(element);

        linkDepth -= link ? 1 : 0;
        strongDepth -= strong ? 1 : 0;
    }

    private void Block(IElement element)
    {
        Close();
        var outer = place;
        place = new Place(outer, element.LocalName, marks.Read(element), Signature(element));
        if (element.LocalName == "table" && IsData(element))
            Rows(element);
        else
            Children(element);
        Close();
        place = outer;
    }

    /// <summary>Old pages are laid out with tables: one with long cells or a table inside is a frame, not data.</summary>
    private static bool IsData(IElement table)
    {
        var rows = table.QuerySelectorAll("tr");
        return rows.Length >= 2 && table.QuerySelector("table, h1, h2, h3") is null && !rows.Any(row => row.ChildElementCount == 1 && rows.Length < 4 || row.Children.Any(cell => cell.TextContent.Length > 400));
    }

    private void Rows(IElement table)
    {
        foreach (var row in table.QuerySelectorAll("tr, caption"))
        {
            var outer = place;
            place = new Place(outer, row.LocalName, marks.Read(row), Signature(row));
            var cells = 0;
            if (row.LocalName == "caption")
                Children(row);
            foreach (var cell in row.Children.Where(cell => cell.LocalName is "td" or "th"))
            {
                if (cells++ > 0)
                    text.Append(" |");
                spaced = true;
                Cell(cell);
            }

            Close();
            place = outer;
        }
    }

    private void Cell(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText literal)
            {
                Append(literal.Data);
            }
            else if (child is IElement element && !Skipped.Contains(element.LocalName))
            {
                var link = element.LocalName == "a" ? 1 : 0;
                spaced |= !Inline.Contains(element.LocalName);
                linkDepth += link;
                links += link;
                Cell(element);
                linkDepth -= link;
                spaced |= !Inline.Contains(element.LocalName);
            }
        }
    }

    private void Append(string data)
    {
        var before = length;
        foreach (var character in data)
        {
            if (char.IsWhiteSpace(character))
            {
                if (place.Kind == PassageKind.Code)
                    text.Append(character);
                else
                    spaced = true;
                continue;
            }

            if (spaced && text.Length > 0)
                text.Append(' ');
            spaced = false;
            text.Append(character);
            length++;
        }

        linkLength += linkDepth > 0 ? length - before : 0;
        strongLength += strongDepth > 0 ? length - before : 0;
    }

    private void Close()
    {
        if (length > 0)
        {
            var line = text.ToString().Trim();
            if (Lettering.HasAny(line))
                passages.Add(new Passage(line, place, place.Kind) { Length = length, LinkLength = linkLength, Links = links, StrongLength = strongLength, Breaks = breaks });
        }

        text.Clear();
        spaced = false;
        (length, linkLength, strongLength, breaks) = (0, 0, 0, 0);
        links = linkDepth;
    }

    /// <summary>Of tag and class without digits: numbers in classes tell elements of one template apart.</summary>
    private static int Signature(IElement element)
    {
        var hash = 17;
        foreach (var character in element.LocalName)
            hash = unchecked((hash * 31) + character);
        foreach (var character in element.ClassName ?? "")
            hash = char.IsAsciiDigit(character) ? hash : unchecked((hash * 31) + character);
        return hash;
    }
}
