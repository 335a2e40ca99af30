namespace Dateline.Parser.Html.Tree;

/// <summary>A stretch of text: of the page as it stands, or of what was decoded.</summary>
/// <param name="Next">The piece that follows in the same node, or nothing.</param>
internal readonly record struct TextPiece(int Start, int Length, bool IsDecoded, int Next = GrowingTree.Nothing);
