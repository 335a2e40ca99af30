namespace Dateline.Parser.Body;

/// <summary>What all elements of one template hold together.</summary>
internal sealed class ShapeCount
{
    public int Passages { get; set; }

    public int Words { get; set; }

    public int Length { get; set; }

    public int LinkLength { get; set; }

    public int Prose { get; set; }
}
