using System.Diagnostics;

namespace Dateline.Parser.Body;

/// <summary>The numbers that describe one passage, filled from the left.</summary>
internal sealed class FeatureRow(int count)
{
    private int used;

    public float[] Values { get; } = new float[count];

    public void Add(params ReadOnlySpan<float> values)
    {
        values.CopyTo(Values.AsSpan(used));
        used += values.Length;
    }

    public Span<float> Take(int length)
    {
        used += length;
        return Values.AsSpan(used - length, length);
    }

    /// <summary>A feature too many would shift all that follow, and the model would read nonsense.</summary>
    [Conditional("DEBUG")]
    public void Expect(int filled) => Debug.Assert(used == filled, $"{used} features are filled in place of {filled}.");
}
