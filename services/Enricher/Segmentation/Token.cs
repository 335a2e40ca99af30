namespace Dateline.Enricher.Segmentation;

/// <summary>A word of a text, or one base character of a script that writes no spaces between words.</summary>
internal readonly record struct Token(int Start, int Length, bool Unspaced)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
