namespace Dateline.Parser.Html.Tree;

internal sealed partial class TreeBuilder
{
    private void InSelect(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Text:
                InsertText(text);
                return;
            case TokenKind.End:
                InBody(kind);
                return;
            case TokenKind.StartTag:
                StartInSelect(kind);
                return;
            case TokenKind.EndTag when tag == Tag.OptGroup:
                if (open.CurrentTag == Tag.Option && tree[open[open.Count - 2]].Tag == Tag.OptGroup)
                    open.Pop();
                if (open.CurrentTag == Tag.OptGroup)
                    open.Pop();
                return;
            case TokenKind.EndTag when tag == Tag.Option:
                if (open.CurrentTag == Tag.Option)
                    open.Pop();
                return;
            case TokenKind.EndTag when tag == Tag.Select:
                EndSelect();
                return;
            case TokenKind.EndTag when tag == Tag.Template:
                InHead(kind);
                return;
        }
    }

    private void StartInSelect(TokenKind kind)
    {
        switch (tag)
        {
            case Tag.Html:
                InBody(kind);
                break;
            case Tag.Option or Tag.OptGroup or Tag.Hr:
                if (open.CurrentTag == Tag.Option)
                    open.Pop();
                if (tag != Tag.Option && open.CurrentTag == Tag.OptGroup)
                    open.Pop();
                Insert();
                if (tag == Tag.Hr)
                    open.Pop();
                break;
            case Tag.Select:
                EndSelect();
                break;
            case Tag.Input or Tag.Keygen or Tag.TextArea:
                if (EndSelect())
                    Process(kind);
                break;
            case Tag.Script or Tag.Template:
                InHead(kind);
                break;
        }
    }

    private bool EndSelect()
    {
        if (!open.InSelectScope(Tag.Select))
            return false;
        open.PopThrough(Tag.Select);
        ResetMode();
        return true;
    }

    private void InSelectInTable(TokenKind kind)
    {
        if (kind is TokenKind.StartTag or TokenKind.EndTag && tag is Tag.Caption or Tag.Table or Tag.TBody or Tag.TFoot or Tag.THead or Tag.Tr or Tag.Td or Tag.Th)
        {
            if (kind == TokenKind.EndTag && !open.InTableScope(tag))
                return;
            open.PopThrough(Tag.Select);
            ResetMode();
            Process(kind);
            return;
        }

        InSelect(kind);
    }
}
