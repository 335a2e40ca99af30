namespace Dateline.Enricher.Segmentation;

/// <summary>Where a sentence stands in a text, without the white space around it.</summary>
internal readonly record struct Sentence(int Start, int Length)
{
    public int End => Start + Length;

    public string In(string text) => text.Substring(Start, Length);
}
