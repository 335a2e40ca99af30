using Dateline.Parser.Text;

namespace Dateline.Parser.Body;

/// <summary>A run of a page's text that its markup keeps together: a paragraph, a list item, a heading.</summary>
internal sealed class Passage(string text, Place place, PassageKind kind)
{
    public string Text { get; } = text;

    public Place Place { get; } = place;

    public PassageKind Kind { get; } = kind;

    public int Words { get; } = WordCount.Of(text);

    /// <summary>Characters without white space.</summary>
    public required int Length { get; init; }

    public required int LinkLength { get; init; }

    public required int Links { get; init; }

    public required int StrongLength { get; init; }

    public required int Breaks { get; init; }

    public float LinkDensity => Length == 0 ? 0 : LinkLength / (float)Length;

    /// <summary>Long enough and little enough linked to be somebody's sentences.</summary>
    public bool IsProse => Words >= 12 && LinkDensity < 0.35f && Kind != PassageKind.Heading;
}
