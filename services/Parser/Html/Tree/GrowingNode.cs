namespace Dateline.Parser.Html.Tree;

/// <summary>An element or a text of a tree that is built. Links are numbers of nodes.</summary>
internal struct GrowingNode
{
    public Tag Tag;
    public Space Space;
    public int FirstAttribute;
    public int AttributeCount;
    public int Parent;
    public int First;
    public int Last;
    public int Next;
    public int Previous;

    /// <summary>Of a text.</summary>
    public int FirstPiece;
    public int LastPiece;
}
