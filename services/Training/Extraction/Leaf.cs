namespace Dateline.Training.Extraction;

/// <summary>A leaf of a tree that is grown: its rows, what they sum up to, and how it could best be split.</summary>
internal sealed class Leaf(int[] rows, GradientPair[][] histogram)
{
    public int[] Rows { get; } = rows;

    /// <summary>By allowed feature and bin.</summary>
    public GradientPair[][] Histogram { get; } = histogram;

    public float Gain { get; set; }

    public int Feature { get; set; } = -1;

    public int Bin { get; set; }

    public Leaf? Left { get; set; }

    public Leaf? Right { get; set; }

    public float Threshold { get; set; }

    public float Value { get; set; }

    public float First => Histogram[0].Sum(pair => pair.First);

    public float Second => Histogram[0].Sum(pair => pair.Second);
}
