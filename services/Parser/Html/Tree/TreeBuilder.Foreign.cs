namespace Dateline.Parser.Html.Tree;

/// <remarks>Drawings and formulas inside a page.</remarks>
internal sealed partial class TreeBuilder
{
    private bool IsForeign(TokenKind kind)
    {
        if (open.Count == 0 || kind == TokenKind.End)
            return false;

        ref var current = ref tree[open.Current];
        if (current.Space == Space.Html)
            return false;
        var opens = kind == TokenKind.StartTag;
        if (current.Space == Space.MathMl && current.Tag is Tag.Mi or Tag.Mo or Tag.Mn or Tag.Ms or Tag.MText && (kind == TokenKind.Text || (opens && tag is not (Tag.MGlyph or Tag.MAlignMark))))
            return false;
        if (current.Tag == Tag.AnnotationXml && opens && tag == Tag.Svg)
            return false;
        return !((opens || kind == TokenKind.Text) && HoldsHtml(in current));
    }

    private bool HoldsHtml(in GrowingNode node)
    {
        if (node.Space == Space.Svg)
            return node.Tag is Tag.ForeignObject or Tag.Desc or Tag.Title;
        if (node.Tag != Tag.AnnotationXml)
            return false;
        var number = AttributeNames.Find("encoding");
        foreach (ref readonly var attribute in tokens.Attributes.Span.Slice(node.FirstAttribute, node.AttributeCount))
        {
            var value = tokens.Source.AsSpan(attribute.ValueStart, attribute.ValueLength);
            if (attribute.Number == number)
                return value.Equals("text/html", StringComparison.OrdinalIgnoreCase) || value.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    private void Foreign(TokenKind kind)
    {
        switch (kind)
        {
            case TokenKind.Text:
                mayBeFrames &= IsBlank;
                InsertText(text);
                break;
            case TokenKind.StartTag when BreaksOut():
            case TokenKind.EndTag when tag is Tag.Br or Tag.P:
                while (tree[open.Current].Space != Space.Html && !HoldsHtml(in tree[open.Current]) && !(tree[open.Current].Space == Space.MathMl && tree[open.Current].Tag is Tag.Mi or Tag.Mo or Tag.Mn or Tag.Ms or Tag.MText))
                    open.Pop();
                Process(kind);
                break;
            case TokenKind.StartTag:
                Insert(tree[open.Current].Space);
                if (tokens.SelfClosing)
                    open.Pop();
                break;
            case TokenKind.EndTag:
                EndForeign(kind);
                break;
        }
    }

    /// <summary>Templates forget to close drawings: what only a page can hold ends them.</summary>
    private bool BreaksOut() => tag.Has(TagTraits.BreaksForeign) || (tag == Tag.Font && (!AttributeValue("color").IsEmpty || !AttributeValue("face").IsEmpty || !AttributeValue("size").IsEmpty));

    private void EndForeign(TokenKind kind)
    {
        for (var i = open.Count - 1; i > 0; i--)
        {
            if (tree[open[i]].Space == Space.Html)
            {
                Process(kind);
                return;
            }

            if (tree[open[i]].Tag == tag)
            {
                open.PopTo(i);
                return;
            }
        }
    }
}
