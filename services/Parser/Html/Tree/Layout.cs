namespace Dateline.Parser.Html.Tree;

/// <summary>Lays a finished tree out in reading order, so that what is below an element is a stretch of a list.</summary>
internal static class Layout
{
    /// <summary>Deeper elements become siblings: the text is kept in its order, and who walks the tree by recursion stays shallow.</summary>
    public static HtmlPage Of(GrowingTree tree, PooledList<PageAttribute> attributes, IReadOnlyList<string> otherNames, int maxDepth)
    {
        var tags = new PooledList<Tag>(tree.Count);
        var nodes = new PooledList<PageNode>(tree.Count);
        var ancestors = new Stack<(int Node, int Place)>(64);
        var node = 0;
        while (node != GrowingTree.Nothing)
        {
            var parent = ancestors.Count == 0 ? GrowingTree.Nothing : ancestors.Peek().Place;
            var place = nodes.Count;
            tags.Add(tree[node].Tag);
            nodes.Add(tree[node].Tag == Tag.None ? Text(tree, node, parent) : Element(tree, node, parent, in attributes));

            // What a template holds is not on the page.
            var first = tree[node].Tag == Tag.Template && tree[node].Space == Space.Html ? GrowingTree.Nothing : tree[node].First;
            if (first != GrowingTree.Nothing)
            {
                if (ancestors.Count < maxDepth)
                    ancestors.Push((node, place));
                else
                    nodes[place].End = place + 1;
                node = first;
                continue;
            }

            nodes[place].End = place + 1;

            node = Following(tree, node, ancestors, in nodes);
        }

        return new HtmlPage(tree.Source, tags, nodes, attributes, tree.Decoded, otherNames);
    }

    private static int Following(GrowingTree tree, int node, Stack<(int Node, int Place)> ancestors, in PooledList<PageNode> nodes)
    {
        while (tree[node].Next == GrowingTree.Nothing)
        {
            node = tree[node].Parent;
            if (ancestors.Count > 0 && ancestors.Peek().Node == node)
                nodes[ancestors.Pop().Place].End = nodes.Count;
            if (node == GrowingTree.Nothing || tree[node].Parent == GrowingTree.Nothing)
                return GrowingTree.Nothing;
        }

        return tree[node].Next;
    }

    private static PageNode Text(GrowingTree tree, int node, int parent)
    {
        var piece = tree.Whole(node);
        return new PageNode { Parent = parent, First = piece.Start, Count = piece.Length, IsDecoded = piece.IsDecoded };
    }

    private static PageNode Element(GrowingTree tree, int node, int parent, in PooledList<PageAttribute> attributes)
    {
        ref var element = ref tree[node];
        var bits = 0u;
        foreach (ref readonly var attribute in attributes.Span.Slice(element.FirstAttribute, element.AttributeCount))
            bits |= AttributeNames.Bit(attribute.Number);
        return new PageNode { Parent = parent, First = element.FirstAttribute, Count = element.AttributeCount, Names = bits };
    }
}
