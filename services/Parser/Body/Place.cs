namespace Dateline.Parser.Body;

/// <summary>An element as far as choosing its text needs it: its marks, its place, and what text is below it.</summary>
internal sealed class Place
{
    /// <summary>Stands for "no such ancestor".</summary>
    public const byte Far = 30;

    private byte[]? distances;

    public Place(Place? parent, string tag, ulong marks, int signature)
    {
        Parent = parent;
        Tag = tag;
        Marks = marks;
        Depth = parent is null ? 0 : parent.Depth + 1;
        Signature = Combine(parent?.Signature ?? 0, signature);
        Shape = Combine(Combine(signature, parent?.own ?? 0), parent?.Parent?.own ?? 0);
        own = signature;
        Kind = KindOf(tag, parent);
        Group = parent?.Group ?? (tag is "ul" or "ol" or "blockquote" or "table" ? this : null);
    }

    private readonly int own;

    public Place? Parent { get; }

    public string Tag { get; }

    /// <summary>Bits of <see cref="Body.Marks"/> that the element itself has.</summary>
    public ulong Marks { get; }

    public int Depth { get; }

    /// <summary>Equal for elements with the same tags and classes all the way up.</summary>
    public int Signature { get; }

    /// <summary>Equal for elements with the same tags and classes on three levels: what one template made.</summary>
    public int Shape { get; }

    public PassageKind Kind { get; }

    /// <summary>The outermost list, quotation or table.</summary>
    public Place? Group { get; }

    /// <summary>Characters of text below, without white space.</summary>
    public int Length { get; set; }

    public int LinkLength { get; set; }

    /// <summary>Characters in passages that read like prose.</summary>
    public int Prose { get; set; }

    public int Passages { get; set; }

    /// <summary>Characters of prose whose nearest element this is, with half of the grandchildren's.</summary>
    public float Score { get; set; }

    public float LinkDensity => Length == 0 ? 0 : LinkLength / (float)Length;

    /// <summary>Levels up to the nearest element with each mark.</summary>
    public ReadOnlySpan<byte> Distances
    {
        get
        {
            if (distances is null)
            {
                var above = Parent is null ? default : Parent.Distances;
                distances = new byte[Body.Marks.Count];
                for (var i = 0; i < distances.Length; i++)
                    distances[i] = (Marks >> i & 1) != 0 ? (byte)0 : above.IsEmpty ? Far : (byte)Math.Min(Far, above[i] + 1);
            }

            return distances;
        }
    }

    public bool IsWithin(Place other)
    {
        if (Depth < other.Depth)
            return false;

        var place = this;
        while (place.Depth > other.Depth)
            place = place.Parent!;
        return ReferenceEquals(place, other);
    }

    /// <summary>Levels from here up to the nearest element that holds both.</summary>
    public int LevelsToShared(Place other)
    {
        Place here = this, there = other;
        while (there.Depth > here.Depth)
            there = there.Parent!;
        while (here.Depth > there.Depth)
            here = here.Parent!;
        while (!ReferenceEquals(here, there))
            (here, there) = (here.Parent!, there.Parent!);
        return Depth - here.Depth;
    }

    private static PassageKind KindOf(string tag, Place? parent) => tag switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => PassageKind.Heading,
        "figcaption" or "caption" => PassageKind.Caption,
        "blockquote" => PassageKind.Quote,
        "li" => PassageKind.ListItem,
        "pre" => PassageKind.Code,
        "tr" => PassageKind.Row,
        _ when parent is null || parent.Kind is PassageKind.Row => PassageKind.Paragraph,
        _ => parent.Kind,
    };

    private static int Combine(int one, int other) => unchecked((one * 31) + other);
}
