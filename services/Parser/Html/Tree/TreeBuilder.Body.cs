namespace Dateline.Parser.Html.Tree;

internal sealed partial class TreeBuilder
{
    private void InBody(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Text:
                Reopen();
                mayBeFrames &= IsBlank;
                InsertText(text);
                break;
            case TokenKind.StartTag:
                StartInBody(kind);
                break;
            case TokenKind.EndTag:
                EndInBody(kind);
                break;
            case TokenKind.End when templateModes.Count > 0:
                InTemplate(kind);
                break;
            case TokenKind.End:
                stopped = true;
                break;
        }
    }

    private void StartInBody(TokenKind kind)
    {
        switch (tag)
        {
            case Tag.Html:
                if (!InsideTemplate)
                    AddAttributes(open[0]);
                break;
            case Tag.Base or Tag.BaseFont or Tag.BgSound or Tag.Link or Tag.Meta or Tag.NoFrames or Tag.Script or Tag.Style or Tag.Template or Tag.Title:
                StartInHead(kind);
                break;
            case Tag.Body:
                if (open.Count > 1 && tree[open[1]].Tag == Tag.Body && !InsideTemplate)
                {
                    mayBeFrames = false;
                    AddAttributes(open[1]);
                }

                break;
            case Tag.FrameSet:
                if (open.Count > 1 && tree[open[1]].Tag == Tag.Body && mayBeFrames)
                {
                    tree.Remove(open[1]);
                    open.PopTo(1);
                    Insert();
                    mode = InsertionMode.InFrameSet;
                }

                break;
            case Tag.Pre or Tag.Listing:
                CloseParagraph();
                Insert();
                skipLineFeed = true;
                mayBeFrames = false;
                break;
            case Tag.Form:
                if (form != GrowingTree.Nothing && !InsideTemplate)
                    break;
                CloseParagraph();
                var opened = Insert();
                if (!InsideTemplate)
                    form = opened;
                break;
            case Tag.Li:
                StartItem(Tag.Li, Tag.Li);
                break;
            case Tag.Dd or Tag.Dt:
                StartItem(Tag.Dd, Tag.Dt);
                break;
            case Tag.PlainText:
                CloseParagraph();
                Insert();
                tokens.ReadRawText(Tag.PlainText);
                break;
            case Tag.Button:
                if (open.InScope(Tag.Button))
                {
                    open.PopImplied();
                    open.PopThrough(Tag.Button);
                }

                Reopen();
                Insert();
                mayBeFrames = false;
                break;
            case Tag.A:
                if (formatting.Find(Tag.A) is var link and not GrowingTree.Nothing)
                {
                    Adopt(Tag.A);
                    formatting.Remove(link);
                    open.Remove(link);
                }

                StartFormatting();
                break;
            case Tag.NoBr:
                Reopen();
                if (open.InScope(Tag.NoBr))
                {
                    Adopt(Tag.NoBr);
                    Reopen();
                }

                formatting.Add(Insert());
                break;
            case Tag.Applet or Tag.Marquee or Tag.Object:
                Reopen();
                Insert();
                formatting.AddMarker();
                mayBeFrames = false;
                break;
            case Tag.Table:
                if (!quirks)
                    CloseParagraph();
                Insert();
                mayBeFrames = false;
                mode = InsertionMode.InTable;
                break;
            case Tag.Image:
                tag = Tag.Img;
                Reopen();
                InsertVoid();
                mayBeFrames = false;
                break;
            case Tag.Area or Tag.Br or Tag.Embed or Tag.Img or Tag.Keygen or Tag.Wbr:
                Reopen();
                InsertVoid();
                mayBeFrames = false;
                break;
            case Tag.Input:
                Reopen();
                InsertVoid();
                mayBeFrames &= IsHiddenInput();
                break;
            case Tag.Param or Tag.Source or Tag.Track:
                InsertVoid();
                break;
            case Tag.Hr:
                CloseParagraph();
                InsertVoid();
                mayBeFrames = false;
                break;
            case Tag.TextArea:
                InsertRawText();
                skipLineFeed = true;
                mayBeFrames = false;
                break;
            case Tag.Xmp:
                CloseParagraph();
                Reopen();
                mayBeFrames = false;
                InsertRawText();
                break;
            case Tag.Iframe:
                mayBeFrames = false;
                InsertRawText();
                break;
            case Tag.NoEmbed:
                InsertRawText();
                break;
            case Tag.Select:
                Reopen();
                Insert();
                mayBeFrames = false;
                mode = mode is InsertionMode.InTable or InsertionMode.InCaption or InsertionMode.InTableBody or InsertionMode.InRow or InsertionMode.InCell ? InsertionMode.InSelectInTable : InsertionMode.InSelect;
                break;
            case Tag.OptGroup or Tag.Option:
                if (open.CurrentTag == Tag.Option)
                    open.Pop();
                Reopen();
                Insert();
                break;
            case Tag.Rb or Tag.Rtc:
                if (open.InScope(Tag.Ruby))
                    open.PopImplied();
                Insert();
                break;
            case Tag.Rp or Tag.Rt:
                if (open.InScope(Tag.Ruby))
                    open.PopImplied(Tag.Rtc);
                Insert();
                break;
            case Tag.Math or Tag.Svg:
                Reopen();
                Insert(tag == Tag.Svg ? Space.Svg : Space.MathMl);
                if (tokens.SelfClosing)
                    open.Pop();
                break;
            case Tag.Caption or Tag.Col or Tag.ColGroup or Tag.Frame or Tag.Head or Tag.TBody or Tag.Td or Tag.TFoot or Tag.Th or Tag.THead or Tag.Tr:
                break;
            case var name when name.Has(TagTraits.ClosesParagraph):
                CloseParagraph();
                Insert();
                break;
            case var name when name.Has(TagTraits.Heading):
                CloseParagraph();
                if (open.CurrentTag.Has(TagTraits.Heading))
                    open.Pop();
                Insert();
                break;
            case var name when name.Has(TagTraits.Formatting):
                StartFormatting();
                break;
            default:
                Reopen();
                Insert();
                break;
        }
    }

    private bool IsHiddenInput() => AttributeValue("type").Equals("hidden", StringComparison.OrdinalIgnoreCase);

    private void StartFormatting()
    {
        Reopen();
        formatting.Add(Insert());
    }

    /// <summary>A list's item closes the one before it, but not one of a list around.</summary>
    private void StartItem(Tag one, Tag other)
    {
        mayBeFrames = false;
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var name = tree[open[i]].Tag;
            if (tree[open[i]].Space == Space.Html && (name == one || name == other))
            {
                open.PopImplied(name);
                open.PopThrough(name);
                break;
            }

            if (name.Has(TagTraits.Special) && name is not (Tag.Address or Tag.Div or Tag.P))
                break;
        }

        CloseParagraph();
        Insert();
    }

    private void CloseParagraph()
    {
        if (!open.InButtonScope(Tag.P))
            return;
        open.PopImplied(Tag.P);
        open.PopThrough(Tag.P);
    }

    private void AfterBody(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.DocumentType:
                return;
            case TokenKind.Text when IsBlank:
                // A comment out here is beside the body and parts none of its text.
                tokens.SkippedComment = false;
                InBody(kind);
                return;
            case TokenKind.StartTag when tag == Tag.Html:
                InBody(kind);
                return;
            case TokenKind.EndTag when tag == Tag.Html:
                return;
            case TokenKind.End:
                stopped = true;
                return;
        }

        Again(InsertionMode.InBody, kind);
    }

    private void InTemplate(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Text or TokenKind.DocumentType:
                InBody(kind);
                return;
            case TokenKind.StartTag when tag.Has(TagTraits.HeadContent):
            case TokenKind.EndTag when tag == Tag.Template:
                InHead(kind);
                return;
            case TokenKind.EndTag:
                return;
            case TokenKind.End when !InsideTemplate:
                stopped = true;
                return;
            case TokenKind.End:
                open.PopThrough(Tag.Template);
                formatting.ClearToMarker();
                templateModes.RemoveAt(templateModes.Count - 1);
                ResetMode();
                Process(kind);
                return;
        }

        var content = tag switch
        {
            Tag.Caption or Tag.ColGroup or Tag.TBody or Tag.TFoot or Tag.THead => InsertionMode.InTable,
            Tag.Col => InsertionMode.InColumnGroup,
            Tag.Tr => InsertionMode.InTableBody,
            Tag.Td or Tag.Th => InsertionMode.InRow,
            _ => InsertionMode.InBody,
        };
        templateModes[^1] = content;
        Again(content, kind);
    }
}
