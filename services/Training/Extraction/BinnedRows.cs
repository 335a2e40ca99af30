namespace Dateline.Training.Extraction;

/// <summary>Rows by column, each value as the number of its interval.</summary>
internal sealed class BinnedRows(byte[][] columns, float[][] edges, int count)
{
    public const int Bins = 64;

    private const int Sample = 40_000;

    public byte[][] Columns { get; } = columns;

    /// <summary>The highest value of each interval but the last.</summary>
    public float[][] Edges { get; } = edges;

    public int Count { get; } = count;

    public static BinnedRows Of(IReadOnlyList<float[]> rows)
    {
        var width = rows[0].Length;
        var columns = new byte[width][];
        var edges = new float[width][];
        Parallel.For(0, width, column =>
        {
            var step = Math.Max(1, rows.Count / Sample);
            var values = new List<float>();
            for (var i = 0; i < rows.Count; i += step)
                values.Add(rows[i][column]);
            values.Sort();
            edges[column] = [.. Enumerable.Range(1, Bins - 1).Select(bin => values[(int)((long)bin * (values.Count - 1) / Bins)]).Distinct()];
            columns[column] = new byte[rows.Count];
            for (var i = 0; i < rows.Count; i++)
            {
                var at = Array.BinarySearch(edges[column], rows[i][column]);
                columns[column][i] = (byte)(at < 0 ? ~at : at);
            }
        });
        return new BinnedRows(columns, edges, rows.Count);
    }
}
