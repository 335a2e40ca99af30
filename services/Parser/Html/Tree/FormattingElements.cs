namespace Dateline.Parser.Html.Tree;

/// <summary>Formatting that goes on behind the block it was opened in, until its own end tag.</summary>
internal sealed class FormattingElements(GrowingTree tree, Tokenizer tokenizer)
{
    /// <summary>Stands between what is in a cell, caption or object and what is around it.</summary>
    public const int Marker = -1;

    /// <summary>Of equal elements only so many are opened again.</summary>
    private const int MaxEqual = 3;

    private readonly List<int> list = new(32);

    public int Count => list.Count;

    public int this[int index] => list[index];

    public void AddMarker() => list.Add(Marker);

    public void Add(int node)
    {
        int equal = 0, first = -1;
        for (var i = list.Count - 1; i >= 0 && list[i] != Marker; i--)
        {
            if (AreEqual(list[i], node))
                (equal, first) = (equal + 1, i);
        }

        if (equal >= MaxEqual)
            list.RemoveAt(first);
        list.Add(node);
    }

    public void ClearToMarker()
    {
        var marker = list.LastIndexOf(Marker);
        list.RemoveRange(Math.Max(0, marker), list.Count - Math.Max(0, marker));
    }

    public int IndexOf(int node) => list.LastIndexOf(node);

    /// <summary>The last with this name behind the last marker, or nothing.</summary>
    public int Find(Tag tag)
    {
        for (var i = list.Count - 1; i >= 0 && list[i] != Marker; i--)
        {
            if (tree[list[i]].Tag == tag)
                return list[i];
        }

        return GrowingTree.Nothing;
    }

    public void Remove(int node) => list.Remove(node);

    public void RemoveAt(int index) => list.RemoveAt(index);

    public void Insert(int index, int node) => list.Insert(index, node);

    public void Replace(int index, int node) => list[index] = node;

    private bool AreEqual(int one, int other)
    {
        ref var left = ref tree[one];
        ref var right = ref tree[other];
        if (left.Tag != right.Tag || left.AttributeCount != right.AttributeCount)
            return false;
        foreach (ref readonly var attribute in tokenizer.Attributes.Span.Slice(left.FirstAttribute, left.AttributeCount))
        {
            var found = false;
            foreach (ref readonly var candidate in tokenizer.Attributes.Span.Slice(right.FirstAttribute, right.AttributeCount))
                found |= IsSame(attribute, candidate);
            if (!found)
                return false;
        }

        return true;
    }

    private bool IsSame(in PageAttribute one, in PageAttribute other) =>
        one.Number == other.Number
        && tokenizer.Source.AsSpan(one.NameStart, one.NameLength).Equals(tokenizer.Source.AsSpan(other.NameStart, other.NameLength), StringComparison.OrdinalIgnoreCase)
        && tokenizer.Source.AsSpan(one.ValueStart, one.ValueLength).SequenceEqual(tokenizer.Source.AsSpan(other.ValueStart, other.ValueLength));
}
