namespace Dateline.Parser.Formats;

/// <summary>A page of a PDF file, for what it costs to draw.</summary>
/// <param name="Operations">Those of forms as often as they are drawn.</param>
internal sealed record PdfDrawing(int Operations);
