namespace Dateline.Parser.Html.Tree;

internal sealed partial class TreeBuilder
{
    private void EndInBody(TokenKind kind)
    {
        switch (tag)
        {
            case Tag.Template:
                EndTemplate();
                break;
            case Tag.Body or Tag.Html:
                if (!open.InScope(Tag.Body))
                    break;
                mode = InsertionMode.AfterBody;
                if (tag == Tag.Html)
                    Process(kind);
                break;
            case Tag.Form:
                EndForm();
                break;
            case Tag.P:
                if (!open.InButtonScope(Tag.P))
                    Insert(Tag.P);
                CloseParagraph();
                break;
            case Tag.Li:
                if (!open.InListScope(Tag.Li))
                    break;
                open.PopImplied(Tag.Li);
                open.PopThrough(Tag.Li);
                break;
            case Tag.Br:
                Reopen();
                Insert(Tag.Br);
                open.Pop();
                mayBeFrames = false;
                break;
            case Tag.Applet or Tag.Marquee or Tag.Object:
                if (!open.InScope(tag))
                    break;
                open.PopImplied();
                open.PopThrough(tag);
                formatting.ClearToMarker();
                break;
            case Tag.NoScript:
                // Where scripts run it ends here, whatever was left open in it; by the rules for a reader without scripts it would hold the rest of the page.
                if (open.InScope(Tag.NoScript))
                    open.PopThrough(Tag.NoScript);
                break;
            case var name when name.Has(TagTraits.Heading):
                if (!open.HeadingInScope())
                    break;
                open.PopImplied();
                open.PopThrough(TagTraits.Heading);
                break;
            case var name when name.Has(TagTraits.ClosesParagraph) || name is Tag.Button or Tag.Pre or Tag.Listing or Tag.Dd or Tag.Dt:
                if (!open.InScope(name))
                    break;
                open.PopImplied(name is Tag.Dd or Tag.Dt ? name : Tag.None);
                open.PopThrough(name);
                break;
            case var name when name.Has(TagTraits.Formatting):
                if (!Adopt(name))
                    EndOther();
                break;
            default:
                EndOther();
                break;
        }
    }

    private void EndForm()
    {
        if (InsideTemplate)
        {
            if (!open.InScope(Tag.Form))
                return;
            open.PopImplied();
            open.PopThrough(Tag.Form);
            return;
        }

        var node = form;
        form = GrowingTree.Nothing;
        if (node == GrowingTree.Nothing || !open.NodeInScope(node))
            return;
        open.PopImplied();
        open.Remove(node);
    }

    private void EndOther()
    {
        if (!open.Has(tag))
            return;
        for (var i = open.Count - 1; i > 0; i--)
        {
            ref var node = ref tree[open[i]];
            if (node.Tag == tag && node.Space == Space.Html)
            {
                open.PopImplied(tag);
                open.PopTo(i);
                return;
            }

            if (node.Space == Space.Html && node.Tag.Has(TagTraits.Special))
                return;
        }
    }
}
