namespace Dateline.Parser.Html.Tree;

internal sealed partial class TreeBuilder
{
    /// <summary>Of crossed tags, so many are put right for one end tag.</summary>
    private const int MaxAdoptions = 8;

    /// <summary>Formatting further out than so many elements is not opened again inside.</summary>
    private const int MaxClones = 3;

    /// <summary>Opens again what a block's end closed and its own end tag did not.</summary>
    private void Reopen()
    {
        var first = formatting.Count;
        while (first > 0 && formatting[first - 1] is not FormattingElements.Marker and var node && !open.Contains(node))
            first--;
        for (; first < formatting.Count; first++)
            formatting.Replace(first, Insert(tree[formatting[first]].Tag, Space.Html, tree[formatting[first]].FirstAttribute, tree[formatting[first]].AttributeCount));
    }

    private int Clone(int node) => Create(tree[node].Tag, Space.Html, tree[node].FirstAttribute, tree[node].AttributeCount);

    /// <summary>The standard's adoption agency: an end tag of formatting that crosses blocks. False where it is an end tag like any other.</summary>
    private bool Adopt(Tag subject)
    {
        if (open.CurrentTag == subject && tree[open.Current].Space == Space.Html && formatting.IndexOf(open.Current) < 0)
        {
            open.Pop();
            return true;
        }

        for (var round = 0; round < MaxAdoptions; round++)
        {
            var element = formatting.Find(subject);
            if (element == GrowingTree.Nothing)
                return false;

            var place = open.IndexOf(element);
            if (place < 0)
            {
                formatting.Remove(element);
                return true;
            }

            if (!open.NodeInScope(element))
                return true;

            var furthest = FurthestBlock(place);
            if (furthest < 0)
            {
                open.PopTo(place);
                formatting.Remove(element);
                return true;
            }

            Adopt(element, place, furthest);
        }

        return true;
    }

    private int FurthestBlock(int place)
    {
        for (var i = place + 1; i < open.Count; i++)
        {
            if (tree[open[i]].Space == Space.Html ? tree[open[i]].Tag.Has(TagTraits.Special) : tree[open[i]].Tag is Tag.ForeignObject or Tag.Desc or Tag.Title or Tag.Mi or Tag.Mo or Tag.Mn or Tag.Ms or Tag.MText or Tag.AnnotationXml)
                return i;
        }

        return -1;
    }

    private void Adopt(int element, int place, int furthest)
    {
        var ancestor = open[place - 1];
        var block = open[furthest];
        var bookmark = formatting.IndexOf(element);
        var last = block;
        for (var (at, inner) = (furthest - 1, 1); at > place; at--, inner++)
        {
            var node = open[at];
            var listed = formatting.IndexOf(node);
            if (inner > MaxClones && listed >= 0)
            {
                formatting.RemoveAt(listed);
                bookmark -= listed < bookmark ? 1 : 0;
                listed = -1;
            }

            if (listed < 0)
            {
                open.Remove(node);
                continue;
            }

            var clone = Clone(node);
            formatting.Replace(listed, clone);
            open.Replace(at, clone);
            if (last == block)
                bookmark = listed + 1;
            tree.Remove(last);
            tree.Append(clone, last);
            last = clone;
        }

        tree.Remove(last);
        var (parent, before) = Place(ancestor, last);
        tree.Insert(parent, last, before);

        var copy = Clone(element);
        tree.MoveChildren(block, copy);
        tree.Append(block, copy);

        var old = formatting.IndexOf(element);
        formatting.RemoveAt(old);
        formatting.Insert(Math.Min(formatting.Count, bookmark - (old < bookmark ? 1 : 0)), copy);
        open.Remove(element);
        open.Insert(open.IndexOf(block) + 1, copy);
    }

    /// <summary>Where what crossed goes: before the table, if its place is in one.</summary>
    private (int Parent, int Before) Place(int ancestor, int moved)
    {
        var outer = foster;
        foster = true;
        var place = Place(ancestor);
        foster = outer;
        return place.Before == moved ? (place.Parent, GrowingTree.Nothing) : place;
    }
}
