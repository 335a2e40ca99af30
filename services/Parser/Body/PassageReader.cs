using System.Text;
using Dateline.Parser.Html.Tree;

namespace Dateline.Parser.Body;

/// <summary>Reads all text of a page as passages, in reading order. What belongs to the article is decided later.</summary>
internal sealed class PassageReader
{
    private static readonly TagSet Skipped = new(
        Tag.Script, Tag.Style, Tag.NoScript, Tag.Template, Tag.Svg, Tag.Math, Tag.Iframe, Tag.Button, Tag.Select, Tag.Input, Tag.TextArea, Tag.Object, Tag.Canvas, Tag.Audio, Tag.Video, Tag.Dialog, Tag.Head, Tag.Option, Tag.DataList, Tag.Progress, Tag.Map);

    /// <summary>Elements inside a line; all others begin a new one.</summary>
    private static readonly TagSet Inline = new(
        Tag.A, Tag.Abbr, Tag.Acronym, Tag.B, Tag.Bdi, Tag.Bdo, Tag.Big, Tag.Cite, Tag.Code, Tag.Data, Tag.Del, Tag.Dfn, Tag.Em, Tag.Font, Tag.I, Tag.Img, Tag.Ins, Tag.Kbd, Tag.Label, Tag.Mark, Tag.NoBr, Tag.Picture, Tag.Q, Tag.Rb, Tag.Rp, Tag.Rt, Tag.Ruby, Tag.S, Tag.Samp, Tag.Small,
        Tag.Source, Tag.Span, Tag.Strike, Tag.Strong, Tag.Sub, Tag.Sup, Tag.Time, Tag.Tt, Tag.U, Tag.Var, Tag.Wbr);

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

    private PassageReader(Node root) => place = new Place(null, root.LocalName, marks.Read(root), 0);

    public static List<Passage> Read(Node root)
    {
        var reader = new PassageReader(root);
        reader.Children(root);
        reader.Close();
        return reader.passages;
    }

    private void Children(Node node)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child.Tag)
            {
                case Tag.None:
                    Append(child.Data);
                    break;
                case Tag.Br when BreaksOff(child):
                    Close();
                    break;
                case Tag.Br:
                    spaced = true;
                    breaks++;
                    break;
                case var tag when !Skipped.Contains(tag):
                    Element(child);
                    break;
            }
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
        var name = element.Tag;
        var link = name == Tag.A;
        var strong = name is Tag.B or Tag.Strong;
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

    private void Block(Node element)
    {
        Close();
        var outer = place;
        place = new Place(outer, element.LocalName, marks.Read(element), Signature(element));
        if (element.Tag == Tag.Table && IsData(element))
            Rows(element);
        else
            Children(element);
        Close();
        place = outer;
    }

    /// <summary>Old pages are laid out with tables: one with long cells or a table inside is a frame, not data.</summary>
    private static bool IsData(Node table)
    {
        var rows = table.QuerySelectorAll("tr").ToList();
        return rows.Count >= 2 && table.QuerySelector("table, h1, h2, h3") is null && !rows.Exists(row => row.Children.Count() == 1 && rows.Count < 4 || row.Children.Any(cell => cell.TextLength > 400));
    }

    private void Rows(Node table)
    {
        foreach (var row in table.QuerySelectorAll("tr, caption"))
        {
            var outer = place;
            place = new Place(outer, row.LocalName, marks.Read(row), Signature(row));
            var cells = 0;
            if (row.Tag == Tag.Caption)
                Children(row);
            foreach (var cell in row.Children.Where(cell => cell.Tag is Tag.Td or Tag.Th))
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

    private void Cell(Node node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child.IsText)
            {
                Append(child.Data);
            }
            else if (!Skipped.Contains(child.Tag))
            {
                var link = child.Tag == Tag.A ? 1 : 0;
                spaced |= !Inline.Contains(child.Tag);
                linkDepth += link;
                links += link;
                Cell(child);
                linkDepth -= link;
                spaced |= !Inline.Contains(child.Tag);
            }
        }
    }

    private void Append(ReadOnlySpan<char> data)
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
    private static int Signature(Node element)
    {
        var hash = 17;
        foreach (var character in element.LocalName)
            hash = unchecked((hash * 31) + character);
        foreach (var character in element.ReadAttribute("class"))
            hash = char.IsAsciiDigit(character) ? hash : unchecked((hash * 31) + character);
        return hash;
    }
}
