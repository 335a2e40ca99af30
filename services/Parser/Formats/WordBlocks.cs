using System.Globalization;
using System.Text;
using System.Xml;
using Dateline.Contracts;
using Dateline.Parser.Text;

namespace Dateline.Parser.Formats;

/// <summary>Makes blocks of a Word document's elements as they pass by.</summary>
internal sealed class WordBlocks(Draft draft)
{
    private readonly StringBuilder text = new();
    private readonly List<string> cells = [];
    private readonly List<string> rows = [];
    private string style = "";
    private int? outline;
    private int tables;
    private int skipped;
    private bool listed;
    private bool inText;

    public void Start(XmlReader xml)
    {
        // What was deleted, and the code of a field: "PAGEREF _Toc1". Drawn boxes come twice, the second time for old programs.
        if (xml.LocalName is "del" or "instrText" or "delText" or "Fallback" or "moveFrom")
            skipped += xml.IsEmptyElement ? 0 : 1;
        switch (xml.LocalName)
        {
            case "p":
                (style, outline, listed) = ("", null, false);
                break;
            case "pStyle":
                style = Value(xml);
                break;
            case "outlineLvl" when int.TryParse(Value(xml), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 6:
                outline = level + 1;
                break;
            case "numPr":
                listed = true;
                break;
            case "t" when !xml.IsEmptyElement:
                inText = true;
                break;
            case "tab" or "br" or "cr" when xml.Depth > 0:
                text.Append(' ');
                break;
            case "noBreakHyphen":
                text.Append('-');
                break;
            case "tbl":
                tables++;
                break;
        }
    }

    public void Text(ReadOnlySpan<char> piece)
    {
        if (inText && skipped == 0)
            text.Append(piece);
    }

    public void End(string name)
    {
        switch (name)
        {
            case "del" or "instrText" or "delText" or "Fallback" or "moveFrom":
                skipped--;
                break;
            case "t":
                inText = false;
                break;
            case "p" when tables == 0:
                Add(Take());
                break;
            case "p":
                text.Append(' ');
                break;
            case "tc" when tables == 1:
                cells.Add(Take());
                break;
            case "tr" when tables == 1:
                if (cells.Exists(cell => cell.Length > 0))
                    rows.Add(string.Join(" | ", cells));
                cells.Clear();
                break;
            case "tbl" when --tables == 0:
                if (rows.Count > 0)
                    draft.Blocks.Add(new Block { Kind = BlockKind.Table, Text = string.Join('\n', rows) });
                rows.Clear();
                break;
        }
    }

    private string Take()
    {
        var line = TextCleaner.Line(text.ToString());
        text.Clear();
        return line;
    }

    private void Add(string line)
    {
        if (line.Length == 0)
            return;
        if (Is("Title") && draft.Blocks.Count == 0)
        {
            draft.Title = line;
            return;
        }

        var level = outline ?? (Is("Heading") || Is("heading") ? style[^1] - '0' : 0);
        if (listed && level == 0 && draft.Blocks is [.., { Kind: BlockKind.List } list])
            draft.Blocks[^1] = list with { Text = $"{list.Text}\n{line}" };
        else
            draft.Blocks.Add(level is >= 1 and <= 6 ? new Block { Kind = BlockKind.Heading, Level = level, Text = line }
                : new Block { Kind = listed ? BlockKind.List : Is("Caption") ? BlockKind.Caption : Is("Quote") || Is("IntenseQuote") ? BlockKind.Quote : BlockKind.Paragraph, Text = line });
    }

    private bool Is(string name) => style.StartsWith(name, StringComparison.Ordinal);

    private static string Value(XmlReader xml)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName != "val")
                continue;
            var value = xml.Value;
            xml.MoveToElement();
            return value;
        }

        xml.MoveToElement();
        return "";
    }
}
