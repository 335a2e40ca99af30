namespace Dateline.Parser.Html.Tree;

internal sealed partial class TreeBuilder
{
    private void ClearToTable() => ClearTo(Tag.Table, Tag.Table, Tag.Table);

    private void ClearToTableBody() => ClearTo(Tag.TBody, Tag.THead, Tag.TFoot);

    private void ClearTo(Tag one, Tag other, Tag third)
    {
        while (open.CurrentTag is var name && name != one && name != other && name != third && name is not (Tag.Template or Tag.Html))
            open.Pop();
    }

    private void InTable(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Text when IsBlank && open.CurrentTag.Has(TagTraits.TablePart):
                InsertText(text);
                return;
            case TokenKind.DocumentType:
                return;
            case TokenKind.StartTag when StartInTable(kind):
                return;
            case TokenKind.EndTag when tag == Tag.Table:
                EndTable();
                return;
            case TokenKind.EndTag when tag is Tag.Body or Tag.Caption or Tag.Col or Tag.ColGroup or Tag.Html or Tag.TBody or Tag.Td or Tag.TFoot or Tag.Th or Tag.THead or Tag.Tr:
                return;
            case TokenKind.EndTag when tag == Tag.Template:
                InHead(kind);
                return;
            case TokenKind.End:
                InBody(kind);
                return;
        }

        foster = true;
        InBody(kind);
        foster = false;
    }

    private bool EndTable()
    {
        if (!open.InTableScope(Tag.Table))
            return false;
        open.PopThrough(Tag.Table);
        ResetMode();
        return true;
    }

    /// <summary>False for what no table can hold.</summary>
    private bool StartInTable(TokenKind kind)
    {
        switch (tag)
        {
            case Tag.Caption:
                ClearToTable();
                formatting.AddMarker();
                Insert();
                mode = InsertionMode.InCaption;
                return true;
            case Tag.ColGroup:
                ClearToTable();
                Insert();
                mode = InsertionMode.InColumnGroup;
                return true;
            case Tag.Col:
                ClearToTable();
                Insert(Tag.ColGroup);
                Again(InsertionMode.InColumnGroup, kind);
                return true;
            case Tag.TBody or Tag.TFoot or Tag.THead:
                ClearToTable();
                Insert();
                mode = InsertionMode.InTableBody;
                return true;
            case Tag.Td or Tag.Th or Tag.Tr:
                ClearToTable();
                Insert(Tag.TBody);
                Again(InsertionMode.InTableBody, kind);
                return true;
            case Tag.Table:
                if (EndTable())
                    Process(kind);
                return true;
            case Tag.Style or Tag.Script or Tag.Template:
                InHead(kind);
                return true;
            case Tag.Input when IsHiddenInput():
                InsertVoid();
                return true;
            case Tag.Form:
                if (form == GrowingTree.Nothing && !InsideTemplate)
                {
                    form = Insert();
                    open.Pop();
                }

                return true;
            default:
                return false;
        }
    }

    private void InCaption(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.StartTag when tag is Tag.Caption or Tag.Col or Tag.ColGroup or Tag.TBody or Tag.Td or Tag.TFoot or Tag.Th or Tag.THead or Tag.Tr:
            case TokenKind.EndTag when tag is Tag.Caption or Tag.Table:
                break;
            case TokenKind.EndTag when tag is Tag.Body or Tag.Col or Tag.ColGroup or Tag.Html or Tag.TBody or Tag.Td or Tag.TFoot or Tag.Th or Tag.THead or Tag.Tr:
                return;
            default:
                InBody(kind);
                return;
        }

        if (!open.InTableScope(Tag.Caption))
            return;
        open.PopImplied();
        open.PopThrough(Tag.Caption);
        formatting.ClearToMarker();
        mode = InsertionMode.InTable;
        if (kind == TokenKind.StartTag || tag == Tag.Table)
            Process(kind);
    }

    private void InColumnGroup(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Text when !TrimText(keep: true):
            case TokenKind.DocumentType:
                return;
            case TokenKind.StartTag when tag == Tag.Html:
            case TokenKind.End:
                InBody(kind);
                return;
            case TokenKind.StartTag when tag == Tag.Col:
                InsertVoid();
                return;
            case TokenKind.EndTag when tag == Tag.ColGroup:
                if (open.CurrentTag == Tag.ColGroup)
                {
                    open.Pop();
                    mode = InsertionMode.InTable;
                }

                return;
            case TokenKind.EndTag when tag == Tag.Col:
                return;
            case TokenKind.StartTag or TokenKind.EndTag when tag == Tag.Template:
                InHead(kind);
                return;
        }

        if (open.CurrentTag != Tag.ColGroup)
            return;
        open.Pop();
        Again(InsertionMode.InTable, kind);
    }

    private void InTableBody(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.StartTag when tag == Tag.Tr:
                ClearToTableBody();
                Insert();
                mode = InsertionMode.InRow;
                return;
            case TokenKind.StartTag when tag is Tag.Th or Tag.Td:
                ClearToTableBody();
                Insert(Tag.Tr);
                Again(InsertionMode.InRow, kind);
                return;
            case TokenKind.EndTag when tag is Tag.TBody or Tag.TFoot or Tag.THead:
                if (!open.InTableScope(tag))
                    return;
                ClearToTableBody();
                open.Pop();
                mode = InsertionMode.InTable;
                return;
            case TokenKind.StartTag when tag is Tag.Caption or Tag.Col or Tag.ColGroup or Tag.TBody or Tag.TFoot or Tag.THead:
            case TokenKind.EndTag when tag == Tag.Table:
                if (!open.InTableScope(Tag.TBody) && !open.InTableScope(Tag.THead) && !open.InTableScope(Tag.TFoot))
                    return;
                ClearToTableBody();
                open.Pop();
                Again(InsertionMode.InTable, kind);
                return;
            case TokenKind.EndTag when tag is Tag.Body or Tag.Caption or Tag.Col or Tag.ColGroup or Tag.Html or Tag.Td or Tag.Th or Tag.Tr:
                return;
        }

        InTable(kind);
    }

    private void InRow(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.StartTag when tag is Tag.Th or Tag.Td:
                ClearTo(Tag.Tr, Tag.Tr, Tag.Tr);
                Insert();
                mode = InsertionMode.InCell;
                formatting.AddMarker();
                return;
            case TokenKind.EndTag when tag == Tag.Tr:
                EndRow();
                return;
            case TokenKind.StartTag when tag is Tag.Caption or Tag.Col or Tag.ColGroup or Tag.TBody or Tag.TFoot or Tag.THead or Tag.Tr:
            case TokenKind.EndTag when tag == Tag.Table || (tag is Tag.TBody or Tag.TFoot or Tag.THead && open.InTableScope(tag)):
                if (EndRow())
                    Process(kind);
                return;
            case TokenKind.EndTag when tag is Tag.Body or Tag.Caption or Tag.Col or Tag.ColGroup or Tag.Html or Tag.Td or Tag.Th or Tag.TBody or Tag.TFoot or Tag.THead:
                return;
        }

        InTable(kind);
    }

    private bool EndRow()
    {
        if (!open.InTableScope(Tag.Tr))
            return false;
        ClearTo(Tag.Tr, Tag.Tr, Tag.Tr);
        open.Pop();
        mode = InsertionMode.InTableBody;
        return true;
    }

    private void InCell(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.EndTag when tag is Tag.Td or Tag.Th:
                if (open.InTableScope(tag))
                    EndCell(tag);
                return;
            case TokenKind.StartTag when tag is Tag.Caption or Tag.Col or Tag.ColGroup or Tag.TBody or Tag.Td or Tag.TFoot or Tag.Th or Tag.THead or Tag.Tr:
                if (CloseCell())
                    Process(kind);
                return;
            case TokenKind.EndTag when tag is Tag.Body or Tag.Caption or Tag.Col or Tag.ColGroup or Tag.Html:
                return;
            case TokenKind.EndTag when tag is Tag.Table or Tag.TBody or Tag.TFoot or Tag.THead or Tag.Tr:
                if (open.InTableScope(tag) && CloseCell())
                    Process(kind);
                return;
        }

        InBody(kind);
    }

    private bool CloseCell()
    {
        if (open.InTableScope(Tag.Td))
            EndCell(Tag.Td);
        else if (open.InTableScope(Tag.Th))
            EndCell(Tag.Th);
        else
            return false;
        return true;
    }

    private void EndCell(Tag cell)
    {
        open.PopImplied();
        open.PopThrough(cell);
        formatting.ClearToMarker();
        mode = InsertionMode.InRow;
    }
}
