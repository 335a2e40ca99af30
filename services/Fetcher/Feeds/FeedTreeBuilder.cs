namespace Dateline.Fetcher.Feeds;

/// <summary>
/// Builds the lenient tree: knows which elements are open, what closes them, and what names mean. Never fails;
/// broken input makes an odd tree, not an error.
/// </summary>
internal sealed class FeedTreeBuilder(FeedOptions options)
{
    private readonly Dictionary<string, FeedSpace> _prefixes = new(StringComparer.Ordinal);
    private readonly FeedNode _top = new(null);
    private FeedNode? _current;
    private int _depth;
    private int _overflow;
    private int _nodes;
    private int _items;

    public FeedNode Top => _top;

    /// <summary>A limit was met: reading on would bring nothing.</summary>
    public bool IsFull { get; private set; }

    public string? FullBecause { get; private set; }

    private FeedNode Current => _current ?? _top;

    public void Text(int start, int length, bool isLiteral)
    {
        if (length == 0)
            return;

        // A run broken by a bare '<' goes on: otherwise five million of them were five million nodes.
        if (!isLiteral && Current.LastChild is { IsText: true, IsLiteral: false } last && last.Start + last.Length == start)
        {
            last.Length += length;
            return;
        }

        if (Count())
            Current.Append(new FeedNode(Current) { Start = start, Length = length, IsLiteral = isLiteral });
    }

    /// <param name="start">Where the tag begins in the source.</param>
    public void Open(FeedName written, FeedAttribute[] attributes, string source, bool isEmpty, int start)
    {
        if (!Count())
            return;

        Declare(attributes, source);
        var name = written.Local;
        var parent = Current;
        var inherited = DefaultSpace(parent, attributes, source);
        var space = written.Prefix is { } prefix ? SpaceOf(prefix) : inherited;
        var node = new FeedNode(PlaceFor(name, space, isEmpty))
        {
            Name = name,
            FullName = written.Full,
            Space = space,
            DefaultSpace = inherited,
            Attributes = attributes,
            Start = start,
        };
        node.Parent!.Append(node);
        if (FeedNames.IsItem(node.Space, name) && ++_items > options.MaxSitemapEntries)
            Stop($"more than {options.MaxSitemapEntries} entries");

        if (isEmpty || written.Prefix is null && FeedNames.IsVoid(name))
            return;

        if (_depth >= options.MaxDepth)
            _overflow++;
        else
            Push(node);
    }

    public void Close(string fullName)
    {
        if (_overflow > 0 && !FeedNames.IsStructure(fullName))
        {
            _overflow--;
            return;
        }

        for (var (node, up) = (Current, 1); node.Parent is not null; node = node.Parent, up++)
        {
            if (node.FullName == fullName)
            {
                _overflow = 0;
                Pop(node, up);
                return;
            }
        }
    }

    private FeedNode PlaceFor(string name, FeedSpace space, bool isEmpty)
    {
        // "<item/>" inside an item is a slip of the pen, not the next one.
        if (FeedNames.IsItem(space, name) && !isEmpty)
            LeaveOpenItem();
        while (Current.Parent is not null && FeedNames.Ends(Current, space, name))
            Pop(Current, 1);
        return Current;
    }

    // Items never nest: an open one was not closed. Unless an extension keeps old versions of the entry inside it.
    private void LeaveOpenItem()
    {
        for (var (node, up) = (Current, 1); node.Parent is not null; node = node.Parent, up++)
        {
            if (node.Space == FeedSpace.Other)
                return;

            if (FeedNames.IsItem(node.Space, node.Name))
            {
                _overflow = 0;
                Pop(node, up);
                return;
            }
        }
    }

    private void Push(FeedNode node)
    {
        _current = node;
        _depth++;
    }

    private void Pop(FeedNode node, int levels)
    {
        _current = node.Parent;
        _depth -= levels;
    }

    private void Declare(FeedAttribute[] attributes, string source)
    {
        foreach (var attribute in attributes)
        {
            if (!attribute.Name.StartsWith("xmlns:", StringComparison.Ordinal) || _prefixes.Count > options.MaxAttributes * 4)
                continue;

            var prefix = attribute.Name[6..];
            _prefixes[prefix] = FeedSpaces.OfAddress(source.Substring(attribute.Start, attribute.Length)) ?? FeedSpaces.OfPrefix(prefix);
        }
    }

    private FeedSpace DefaultSpace(FeedNode parent, FeedAttribute[] attributes, string source)
    {
        foreach (var attribute in attributes)
        {
            // An unknown default namespace on a feed's root is a misspelt one; deeper down it is foreign markup.
            if (attribute.Name == "xmlns")
                return FeedSpaces.OfAddress(source.Substring(attribute.Start, attribute.Length))
                    ?? (_depth < 2 ? parent.DefaultSpace : FeedSpace.Other);
        }

        return parent.DefaultSpace;
    }

    private FeedSpace SpaceOf(string prefix) =>
        _prefixes.TryGetValue(prefix, out var space) ? space : FeedSpaces.OfPrefix(prefix);

    private bool Count()
    {
        if (++_nodes > options.MaxNodes)
            Stop($"more than {options.MaxNodes} elements");
        return !IsFull;
    }

    private void Stop(string because)
    {
        IsFull = true;
        FullBecause ??= $"Reading stopped at {because}.";
    }
}
