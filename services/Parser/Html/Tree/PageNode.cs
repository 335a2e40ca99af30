namespace Dateline.Parser.Html.Tree;

/// <summary>An element or a text of a finished page, in reading order.</summary>
internal struct PageNode
{
    public int Parent;

    /// <summary>Behind the last node that is below this one.</summary>
    public int End;

    /// <summary>Its first attribute, or where its text begins.</summary>
    public int First;

    /// <summary>Its attributes, or the length of its text.</summary>
    public int Count;

    /// <summary>Bits of the names that its attributes have.</summary>
    public uint Names;

    /// <summary>The text lies among what was decoded, not in the page.</summary>
    public bool IsDecoded;
}
