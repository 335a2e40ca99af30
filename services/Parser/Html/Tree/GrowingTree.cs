namespace Dateline.Parser.Html.Tree;

/// <summary>A page's tree while it is built: nodes are numbers in flat lists, linked to each other, so that moving one costs nothing.</summary>
internal sealed class GrowingTree(int capacity)
{
    public const int Nothing = -1;

    private PooledList<GrowingNode> nodes = new(capacity);
    private PooledList<TextPiece> pieces = new(capacity);

    /// <summary>Text that had to be decoded. All other text lies in the page itself.</summary>
    public PooledList<char> Decoded = new(1024);

    public int Count => nodes.Count;

    public ref GrowingNode this[int node] => ref nodes[node];

    public int Create(Tag tag, Space space, int firstAttribute, int attributeCount)
    {
        nodes.Add(new GrowingNode { Tag = tag, Space = space, FirstAttribute = firstAttribute, AttributeCount = attributeCount, Parent = Nothing, First = Nothing, Last = Nothing, Next = Nothing, Previous = Nothing });
        return nodes.Count - 1;
    }

    public void Append(int parent, int child) => Insert(parent, child, Nothing);

    /// <param name="before">A child of the parent, or nothing: at its end.</param>
    public void Insert(int parent, int child, int before)
    {
        ref var node = ref nodes[child];
        node.Parent = parent;
        node.Next = before;
        node.Previous = before == Nothing ? nodes[parent].Last : nodes[before].Previous;
        if (node.Previous == Nothing)
            nodes[parent].First = child;
        else
            nodes[node.Previous].Next = child;
        if (before == Nothing)
            nodes[parent].Last = child;
        else
            nodes[before].Previous = child;
    }

    public void Remove(int child)
    {
        ref var node = ref nodes[child];
        if (node.Parent == Nothing)
            return;
        if (node.Previous == Nothing)
            nodes[node.Parent].First = node.Next;
        else
            nodes[node.Previous].Next = node.Next;
        if (node.Next == Nothing)
            nodes[node.Parent].Last = node.Previous;
        else
            nodes[node.Next].Previous = node.Previous;
        node.Parent = node.Next = node.Previous = Nothing;
    }

    /// <summary>All children of one become the last of another.</summary>
    public void MoveChildren(int from, int to)
    {
        while (nodes[from].First is var child and not Nothing)
        {
            Remove(child);
            Append(to, child);
        }
    }

    /// <summary>Adds to the text that is there already, or makes one.</summary>
    /// <param name="before">A child of the parent, or nothing: at its end.</param>
    /// <param name="apart">A comment stands before it: it is no part of the text there.</param>
    public void Text(int parent, int before, TextPiece piece, bool apart)
    {
        var beside = before == Nothing ? nodes[parent].Last : nodes[before].Previous;
        if (!apart && beside != Nothing && nodes[beside].Tag == Tag.None)
        {
            ref var last = ref pieces[nodes[beside].LastPiece];
            if (last.IsDecoded == piece.IsDecoded && last.Start + last.Length == piece.Start)
            {
                last = last with { Length = last.Length + piece.Length };
                return;
            }

            pieces.Add(piece);
            pieces[nodes[beside].LastPiece] = last with { Next = pieces.Count - 1 };
            nodes[beside].LastPiece = pieces.Count - 1;
            return;
        }

        pieces.Add(piece);
        var text = Create(Tag.None, Space.Html, 0, 0);
        nodes[text].FirstPiece = nodes[text].LastPiece = pieces.Count - 1;
        Insert(parent, text, before);
    }

    /// <summary>Where a text lies: in the page, or, if it has several pieces or was decoded, among the decoded ones.</summary>
    public TextPiece Whole(int text)
    {
        var first = pieces[nodes[text].FirstPiece];
        if (first.Next == Nothing)
            return first;

        var start = Decoded.Count;
        for (var at = nodes[text].FirstPiece; at != Nothing; at = pieces[at].Next)
        {
            var piece = pieces[at];
            if (piece.IsDecoded)
            {
                // By character: the list may move while it grows.
                for (var i = 0; i < piece.Length; i++)
                    Decoded.Add(Decoded[piece.Start + i]);
            }
            else
            {
                Decoded.Add(Source.AsSpan(piece.Start, piece.Length));
            }
        }

        return new TextPiece(start, Decoded.Count - start, IsDecoded: true, Nothing);
    }

    /// <summary>The page's text.</summary>
    public required PageSource Source { get; init; }

    /// <summary>Gives the memory back; what was decoded is kept by the finished page.</summary>
    public void Return()
    {
        nodes.Return();
        pieces.Return();
    }
}
