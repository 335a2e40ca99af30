using Dateline.Parser.Text;

namespace Dateline.Parser.Html.Tree;

/// <summary>A list in borrowed memory: a page's tree is built of some, and the next page's takes the same.</summary>
internal struct PooledList<T>(int capacity)
{
    private T[] items = PageMemory<T>.Rent(capacity);

    public int Count { get; private set; }

    public readonly ref T this[int index] => ref items[index];

    public readonly Span<T> Span => items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == items.Length)
            Grow(Count + 1);
        items[Count++] = item;
    }

    public void Add(scoped ReadOnlySpan<T> more)
    {
        if (Count + more.Length > items.Length)
            Grow(Count + more.Length);
        more.CopyTo(items.AsSpan(Count));
        Count += more.Length;
    }

    public void Shorten(int count) => Count = count;

    public void Return()
    {
        if (items.Length > 0)
            PageMemory<T>.Return(items);
        items = [];
        Count = 0;
    }

    private void Grow(int needed)
    {
        var larger = PageMemory<T>.Rent(Math.Max(needed, items.Length * 2));
        items.AsSpan(0, Count).CopyTo(larger);
        PageMemory<T>.Return(items);
        items = larger;
    }
}
