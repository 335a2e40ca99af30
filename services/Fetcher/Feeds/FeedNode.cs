namespace Dateline.Fetcher.Feeds;

/// <summary>An element or a text of the lenient tree. Texts and attribute values stay slices of the source until somebody asks.</summary>
internal sealed class FeedNode(FeedNode? parent)
{
    public FeedNode? Parent { get; } = parent;

    public FeedNode? FirstChild { get; private set; }

    public FeedNode? LastChild { get; private set; }

    public FeedNode? Next { get; private set; }

    public FeedSpace Space { get; init; }

    /// <summary>The local name in lower case; empty for a text.</summary>
    public string Name { get; init; } = "";

    /// <summary>With prefix, in lower case: what a closing tag has to match.</summary>
    public string FullName { get; init; } = "";

    /// <summary>What elements without a prefix below mean.</summary>
    public FeedSpace DefaultSpace { get; init; }

    public FeedAttribute[] Attributes { get; init; } = [];

    public int Start { get; init; }

    public int Length { get; set; }

    /// <summary>A text in which nothing is markup.</summary>
    public bool IsLiteral { get; init; }

    public bool IsText => Name.Length == 0;

    public FeedNode Append(FeedNode child)
    {
        if (LastChild is null)
            FirstChild = child;
        else
            LastChild.Next = child;
        return LastChild = child;
    }

    public Children Elements => new(this);

    /// <summary>Enumerates child elements without allocating.</summary>
    public struct Children(FeedNode parent)
    {
        private FeedNode? _next = parent.FirstChild;

        public FeedNode Current { get; private set; } = parent;

        public readonly Children GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next is { IsText: true })
                _next = _next.Next;
            if (_next is null)
                return false;

            Current = _next;
            _next = _next.Next;
            return true;
        }
    }
}
