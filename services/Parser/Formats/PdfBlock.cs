namespace Dateline.Parser.Formats;

/// <summary>Lines that stand together on a page.</summary>
/// <param name="Size">Of the letters, in points.</param>
/// <param name="AtEdge">The uppermost or lowest of its page: where running heads and page numbers are.</param>
internal sealed record PdfBlock(IReadOnlyList<string> Lines, double Size, bool AtEdge);
