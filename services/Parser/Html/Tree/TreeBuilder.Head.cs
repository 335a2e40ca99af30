namespace Dateline.Parser.Html.Tree;

internal sealed partial class TreeBuilder
{
    private void Initial(TokenKind kind)
    {
        if (kind == TokenKind.Text && !TrimText(keep: false))
            return;
        if (kind == TokenKind.DocumentType)
        {
            quirks = DocumentType.IsQuirky(tokens.Source.AsSpan(tokens.Start, tokens.End - tokens.Start));
            mode = InsertionMode.BeforeHtml;
            return;
        }

        quirks = true;
        Again(InsertionMode.BeforeHtml, kind);
    }

    private void BeforeHtml(TokenKind kind)
    {
        if (kind == TokenKind.DocumentType || (kind == TokenKind.Text && !TrimText(keep: false)) || (kind == TokenKind.EndTag && !MayEndHead()))
            return;

        var isHtml = kind == TokenKind.StartTag && tag == Tag.Html;
        open.Push(isHtml ? Create(Tag.Html, Space.Html, tokens.FirstAttribute, tokens.AttributeCount) : Create(Tag.Html, Space.Html, 0, 0));
        mode = InsertionMode.BeforeHead;
        if (!isHtml)
            Process(kind);
    }

    /// <summary>End tags that come too early and still say that the head, with or without a tag of its own, is over.</summary>
    private bool MayEndHead() => tag is Tag.Head or Tag.Body or Tag.Html or Tag.Br;

    private void BeforeHead(TokenKind kind)
    {
        if (kind == TokenKind.DocumentType || (kind == TokenKind.Text && !TrimText(keep: false)) || (kind == TokenKind.EndTag && !MayEndHead()))
            return;
        if (kind == TokenKind.StartTag && tag == Tag.Html)
        {
            InBody(kind);
            return;
        }

        var isHead = kind == TokenKind.StartTag && tag == Tag.Head;
        head = isHead ? Insert() : Insert(Tag.Head);
        mode = InsertionMode.InHead;
        if (!isHead)
            Process(kind);
    }

    private void InHead(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Text when !TrimText(keep: true):
            case TokenKind.DocumentType:
                return;
            case TokenKind.StartTag when StartInHead(kind):
                return;
            case TokenKind.EndTag when tag == Tag.Head:
                open.Pop();
                mode = InsertionMode.AfterHead;
                return;
            case TokenKind.EndTag when tag == Tag.Template:
                EndTemplate();
                return;
            case TokenKind.EndTag when !MayEndHead():
                return;
        }

        open.Pop();
        Again(InsertionMode.AfterHead, kind);
    }

    /// <summary>False for what ends the head.</summary>
    private bool StartInHead(TokenKind kind)
    {
        switch (tag)
        {
            case Tag.Html:
                InBody(kind);
                return true;
            case Tag.Base or Tag.BaseFont or Tag.BgSound or Tag.Link or Tag.Meta:
                InsertVoid();
                return true;
            case Tag.Title or Tag.NoFrames or Tag.Style or Tag.Script:
                InsertRawText();
                return true;
            case Tag.NoScript:
                Insert();
                mode = InsertionMode.InHeadNoScript;
                return true;
            case Tag.Template:
                Insert();
                formatting.AddMarker();
                mayBeFrames = false;
                mode = InsertionMode.InTemplate;
                templateModes.Add(InsertionMode.InTemplate);
                return true;
            case Tag.Head:
                return true;
            default:
                return false;
        }
    }

    private void EndTemplate()
    {
        if (!InsideTemplate)
            return;
        open.PopAllImplied();
        open.PopThrough(Tag.Template);
        formatting.ClearToMarker();
        templateModes.RemoveAt(templateModes.Count - 1);
        ResetMode();
    }

    private void InHeadNoScript(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.DocumentType:
            case TokenKind.Text when !TrimText(keep: true):
            case TokenKind.StartTag when tag is Tag.Head or Tag.NoScript:
                return;
            case TokenKind.StartTag when tag == Tag.Html:
                InBody(kind);
                return;
            case TokenKind.StartTag when tag is Tag.BaseFont or Tag.BgSound or Tag.Link or Tag.Meta or Tag.NoFrames or Tag.Style:
                InHead(kind);
                return;
            case TokenKind.EndTag when tag == Tag.NoScript:
                open.Pop();
                mode = InsertionMode.InHead;
                return;
            case TokenKind.EndTag when tag != Tag.Br:
                return;
        }

        open.Pop();
        Again(InsertionMode.InHead, kind);
    }

    private void AfterHead(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Text when !TrimText(keep: true):
            case TokenKind.DocumentType:
            case TokenKind.StartTag when tag == Tag.Head:
                return;
            case TokenKind.StartTag when tag == Tag.Html:
                InBody(kind);
                return;
            case TokenKind.StartTag when tag == Tag.Body:
                Insert();
                mayBeFrames = false;
                mode = InsertionMode.InBody;
                return;
            case TokenKind.StartTag when tag == Tag.FrameSet:
                Insert();
                mode = InsertionMode.InFrameSet;
                return;
            case TokenKind.StartTag when tag.Has(TagTraits.HeadContent):
                open.Push(head);
                InHead(kind);
                open.Remove(head);
                return;
            case TokenKind.EndTag when tag == Tag.Template:
                InHead(kind);
                return;
            case TokenKind.EndTag when tag is not (Tag.Body or Tag.Html or Tag.Br):
                return;
        }

        Insert(Tag.Body);
        Again(InsertionMode.InBody, kind);
    }

    private void InText(TokenKind kind)
    {
        if (kind == TokenKind.Text)
        {
            InsertText(text);
            return;
        }

        open.Pop();
        mode = modeBehindText;
        if (kind == TokenKind.End)
            Process(kind);
    }
}
