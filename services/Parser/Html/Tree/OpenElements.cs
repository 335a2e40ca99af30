namespace Dateline.Parser.Html.Tree;

/// <summary>The elements that are open at a place of the page, from the outermost in.</summary>
internal sealed class OpenElements(GrowingTree tree)
{
    private readonly List<int> stack = new(64);

    /// <summary>How many of each known name are open: most questions are about one that is not.</summary>
    private readonly int[] open = new int[(int)Tag.FirstOther];

    public int Count => stack.Count;

    /// <summary>How many of them are not for formatting.</summary>
    public int Blocks { get; private set; }

    public int Current => stack[^1];

    public int this[int index] => stack[index];

    public Tag CurrentTag => tree[stack[^1]].Tag;

    public bool Has(Tag tag) => tag >= Tag.FirstOther || open[(int)tag] > 0;

    public void Push(int node)
    {
        stack.Add(node);
        Counted(node, 1);
    }

    public int Pop()
    {
        var node = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        Counted(node, -1);
        return node;
    }

    public int IndexOf(int node) => stack.LastIndexOf(node);

    public void Remove(int node)
    {
        if (stack.LastIndexOf(node) is var at and >= 0)
        {
            stack.RemoveAt(at);
            Counted(node, -1);
        }
    }

    public void Insert(int index, int node)
    {
        stack.Insert(index, node);
        Counted(node, 1);
    }

    public void Replace(int index, int node)
    {
        Counted(stack[index], -1);
        stack[index] = node;
        Counted(node, 1);
    }

    /// <summary>Closes elements until one of this name is closed.</summary>
    public void PopThrough(Tag tag)
    {
        while (stack.Count > 1 && !Is(Pop(), tag))
        {
        }
    }

    public void PopThrough(TagTraits trait)
    {
        while (stack.Count > 1)
        {
            var node = Pop();
            if (tree[node].Space == Space.Html && tree[node].Tag.Has(trait))
                return;
        }
    }

    public void PopTo(int count)
    {
        while (stack.Count > count)
            Pop();
    }

    /// <summary>Closes what is closed without an end tag.</summary>
    public void PopImplied(Tag except = Tag.None)
    {
        while (CurrentTag is var tag && tag != except && tag.Has(TagTraits.ImpliedEnd) && tree[Current].Space == Space.Html)
            Pop();
    }

    /// <summary>Also the parts of tables, at the end of a template.</summary>
    public void PopAllImplied()
    {
        while (CurrentTag is var tag && (tag.Has(TagTraits.ImpliedEnd) || tag is Tag.Caption or Tag.ColGroup or Tag.TBody or Tag.Td or Tag.TFoot or Tag.Th or Tag.THead or Tag.Tr) && tree[Current].Space == Space.Html)
            Pop();
    }

    public bool InScope(Tag tag) => InScope(tag, Tag.None, Tag.None);

    public bool InListScope(Tag tag) => InScope(tag, Tag.Ol, Tag.Ul);

    public bool InButtonScope(Tag tag) => InScope(tag, Tag.Button, Tag.None);

    public bool InTableScope(Tag tag)
    {
        if (!Has(tag))
            return false;
        for (var i = stack.Count - 1; i >= 0; i--)
        {
            if (Is(stack[i], tag))
                return true;
            if (tree[stack[i]].Space == Space.Html && tree[stack[i]].Tag is Tag.Html or Tag.Table or Tag.Template)
                return false;
        }

        return false;
    }

    /// <summary>Only options and their groups may stand between.</summary>
    public bool InSelectScope(Tag tag)
    {
        for (var i = stack.Count - 1; i >= 0; i--)
        {
            if (Is(stack[i], tag))
                return true;
            if (tree[stack[i]].Tag is not (Tag.OptGroup or Tag.Option))
                return false;
        }

        return false;
    }

    public bool HeadingInScope()
    {
        for (var i = stack.Count - 1; i >= 0; i--)
        {
            ref var node = ref tree[stack[i]];
            if (node.Space == Space.Html && node.Tag.Has(TagTraits.Heading))
                return true;
            if (Bounds(in node))
                return false;
        }

        return false;
    }

    /// <summary>A table stands around, and no template between.</summary>
    public bool HasTableAbove(int index)
    {
        for (var i = index - 1; i > 0; i--)
        {
            if (tree[stack[i]].Tag is Tag.Table or Tag.Template)
                return tree[stack[i]].Tag == Tag.Table;
        }

        return false;
    }

    public bool Contains(int node) => stack.LastIndexOf(node) >= 0;

    public bool NodeInScope(int wanted)
    {
        for (var i = stack.Count - 1; i >= 0; i--)
        {
            if (stack[i] == wanted)
                return true;
            if (Bounds(in tree[stack[i]]))
                return false;
        }

        return false;
    }

    private bool InScope(Tag tag, Tag bound, Tag otherBound)
    {
        if (!Has(tag))
            return false;
        for (var i = stack.Count - 1; i >= 0; i--)
        {
            ref var node = ref tree[stack[i]];
            if (node.Tag == tag && node.Space == Space.Html)
                return true;
            if (Bounds(in node) || (node.Space == Space.Html && node.Tag != Tag.None && (node.Tag == bound || node.Tag == otherBound)))
                return false;
        }

        return false;
    }

    private static bool Bounds(in GrowingNode node) => node.Space switch
    {
        Space.Html => node.Tag.Has(TagTraits.Scope),
        Space.Svg => node.Tag is Tag.ForeignObject or Tag.Desc or Tag.Title,
        _ => node.Tag is Tag.Mi or Tag.Mo or Tag.Mn or Tag.Ms or Tag.MText or Tag.AnnotationXml,
    };

    private bool Is(int node, Tag tag) => tree[node].Tag == tag && tree[node].Space == Space.Html;

    private void Counted(int node, int change)
    {
        if (tree[node].Tag < Tag.FirstOther)
            open[(int)tree[node].Tag] += change;
        if (!tree[node].Tag.Has(TagTraits.Formatting))
            Blocks += change;
    }
}
