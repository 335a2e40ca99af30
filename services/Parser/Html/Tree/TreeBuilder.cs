namespace Dateline.Parser.Html.Tree;

/// <summary>
/// Builds a page's tree by the rules of the HTML standard for pages as they are: missing, crossed and stray tags end up
/// where a browser without scripts puts them.
/// </summary>
internal sealed partial class TreeBuilder
{
    /// <summary>
    /// Elements open at once. Questions about them go through all of them. Real pages stay below 100, broken ones that
    /// never close a block at a few hundred.
    /// </summary>
    private const int MaxOpen = 1_000;

    /// <summary>Names that a page invents; further ones count as one.</summary>
    private const int MaxOtherNames = 4_096;

    private readonly Tokenizer tokens;
    private readonly GrowingTree tree;
    private readonly OpenElements open;
    private readonly FormattingElements formatting;
    private readonly List<InsertionMode> templateModes = [];
    private readonly List<string> otherNames = [];
    private readonly Dictionary<string, int> otherNumbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly ParserOptions options;
    private readonly CancellationToken cancellation;
    private InsertionMode mode = InsertionMode.Initial;
    private InsertionMode modeBehindText;
    private TextPiece text;
    private Tag tag;
    private int head = GrowingTree.Nothing;
    private int form = GrowingTree.Nothing;
    private bool mayBeFrames = true;
    private bool quirks;
    private bool foster;
    private bool skipLineFeed;
    private bool stopped;
    private int elements;

    private TreeBuilder(PageSource html, ParserOptions options, CancellationToken cancellation)
    {
        (this.options, this.cancellation) = (options, cancellation);
        tokens = new Tokenizer(html, options.MaxAttributes);
        tree = new GrowingTree(Math.Clamp(html.Length / 64, 64, 16_384)) { Source = html };
        open = new OpenElements(tree);
        formatting = new FormattingElements(tree, tokens);
    }

    /// <exception cref="PageTooLargeException">The tree outgrew its bounds while it was built.</exception>
    public static HtmlPage Build(PageSource html, ParserOptions options, CancellationToken cancellation)
    {
        var builder = new TreeBuilder(html, options, cancellation);
        try
        {
            builder.Run();
            return Layout.Of(builder.tree, builder.tokens.Attributes, builder.otherNames, options.MaxHtmlDepth);
        }
        catch
        {
            builder.tokens.Attributes.Return();
            builder.tree.Decoded.Return();
            throw;
        }
        finally
        {
            builder.tree.Return();
        }
    }

    private void Run()
    {
        while (!stopped)
        {
            tokens.AllowsSections = open.Count > 0 && tree[open.Current].Space != Space.Html;
            var kind = tokens.Next();
            if (kind == TokenKind.Text && !ReadText())
                continue;
            if (kind is TokenKind.StartTag or TokenKind.EndTag)
                tag = tokens.Tag == Tag.None ? Other() : tokens.Tag;
            skipLineFeed = false;
            if (IsForeign(kind))
                Foreign(kind);
            else
                Process(kind);
            if (kind == TokenKind.End)
                break;
        }
    }

    /// <summary>False for a text of which nothing is left.</summary>
    private bool ReadText()
    {
        if (tokens.HasReferences)
        {
            var start = tree.Decoded.Count;
            CharacterReferences.Decode(tokens.Source.AsSpan(tokens.Start, tokens.End - tokens.Start), inAttribute: false, ref tree.Decoded);
            text = new TextPiece(start, tree.Decoded.Count - start, IsDecoded: true);
        }
        else
        {
            text = new TextPiece(tokens.Start, tokens.End - tokens.Start, IsDecoded: false);
        }

        // The line that "pre" stands in is not the text's first.
        if (skipLineFeed && text.Length > 0 && Characters[0] == '\n')
            text = text with { Start = text.Start + 1, Length = text.Length - 1 };
        return text.Length > 0;
    }

    private ReadOnlySpan<char> Characters => text.IsDecoded ? tree.Decoded.Span.Slice(text.Start, text.Length) : tokens.Source.AsSpan(text.Start, text.Length);

    private bool InsideTemplate => templateModes.Count > 0;

    private bool IsBlank => Characters.IndexOfAnyExcept(" \t\n\f\r") < 0;

    /// <summary>Takes the white space off the text's start; false when nothing is left.</summary>
    private bool TrimText(bool keep)
    {
        var spaces = Characters.IndexOfAnyExcept(" \t\n\f\r") is var found and >= 0 ? found : text.Length;
        if (keep && spaces > 0)
            InsertText(text with { Length = spaces });
        text = text with { Start = text.Start + spaces, Length = text.Length - spaces };
        return text.Length > 0;
    }

    private Tag Other()
    {
        var lookup = otherNumbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(tokens.Name, out var number))
            return Tag.FirstOther + (ushort)number;
        if (otherNames.Count == MaxOtherNames)
            return Tag.FirstOther + MaxOtherNames - 1;
        var name = tokens.Name.ToString().ToLowerInvariant();
        otherNames.Add(name);
        otherNumbers[name] = otherNames.Count - 1;
        return Tag.FirstOther + (ushort)(otherNames.Count - 1);
    }

    private void Process(TokenKind kind)
    {
        switch (mode)
        {
            case InsertionMode.Initial:
                Initial(kind);
                break;
            case InsertionMode.BeforeHtml:
                BeforeHtml(kind);
                break;
            case InsertionMode.BeforeHead:
                BeforeHead(kind);
                break;
            case InsertionMode.InHead:
                InHead(kind);
                break;
            case InsertionMode.InHeadNoScript:
                InHeadNoScript(kind);
                break;
            case InsertionMode.AfterHead:
                AfterHead(kind);
                break;
            case InsertionMode.InBody:
                InBody(kind);
                break;
            case InsertionMode.Text:
                InText(kind);
                break;
            case InsertionMode.InTable:
                InTable(kind);
                break;
            case InsertionMode.InCaption:
                InCaption(kind);
                break;
            case InsertionMode.InColumnGroup:
                InColumnGroup(kind);
                break;
            case InsertionMode.InTableBody:
                InTableBody(kind);
                break;
            case InsertionMode.InRow:
                InRow(kind);
                break;
            case InsertionMode.InCell:
                InCell(kind);
                break;
            case InsertionMode.InSelect:
                InSelect(kind);
                break;
            case InsertionMode.InSelectInTable:
                InSelectInTable(kind);
                break;
            case InsertionMode.InTemplate:
                InTemplate(kind);
                break;
            case InsertionMode.AfterBody:
                AfterBody(kind);
                break;
            case InsertionMode.InFrameSet:
                InFrameSet(kind);
                break;
            default:
                AfterFrameSet(kind);
                break;
        }
    }

    private void Again(InsertionMode next, TokenKind kind)
    {
        mode = next;
        Process(kind);
    }

    /// <summary>The mode that fits what is open, after a table or a select was closed.</summary>
    private void ResetMode()
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (tree[open[i]].Space != Space.Html)
                continue;
            switch (tree[open[i]].Tag)
            {
                case Tag.Select:
                    mode = open.HasTableAbove(i) ? InsertionMode.InSelectInTable : InsertionMode.InSelect;
                    return;
                case Tag.Td or Tag.Th:
                    mode = InsertionMode.InCell;
                    return;
                case Tag.Tr:
                    mode = InsertionMode.InRow;
                    return;
                case Tag.TBody or Tag.THead or Tag.TFoot:
                    mode = InsertionMode.InTableBody;
                    return;
                case Tag.Caption:
                    mode = InsertionMode.InCaption;
                    return;
                case Tag.ColGroup:
                    mode = InsertionMode.InColumnGroup;
                    return;
                case Tag.Table:
                    mode = InsertionMode.InTable;
                    return;
                case Tag.Template:
                    mode = templateModes[^1];
                    return;
                case Tag.Head:
                    mode = InsertionMode.InHead;
                    return;
                case Tag.Body:
                    mode = InsertionMode.InBody;
                    return;
                case Tag.FrameSet:
                    mode = InsertionMode.InFrameSet;
                    return;
                case Tag.Html:
                    mode = head == GrowingTree.Nothing ? InsertionMode.BeforeHead : InsertionMode.AfterHead;
                    return;
            }
        }

        mode = InsertionMode.InBody;
    }
}
