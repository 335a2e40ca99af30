namespace Dateline.Parser.Body;

/// <summary>Adds to a passage's description what a first look said about the passages around it.</summary>
internal static class ScoreFeatures
{
    private const int Reach = 4;
    private const int Own = (2 * Reach) + 1 + 14;

    public static int Count => Features.Count + Own;

    public static float[][] Of(IReadOnlyList<Passage> passages, float[][] features, ReadOnlySpan<float> scores)
    {
        var sections = new Sections(passages);
        var sums = new ScoreSums(passages, scores);
        var rows = new float[passages.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = new FeatureRow(Count);
            row.Add(features[i]);
            for (var offset = -Reach; offset <= Reach; offset++)
                row.Add(i + offset < 0 || i + offset >= passages.Count ? -1 : scores[i + offset]);
            sums.Add(row, i);
            sums.AddSection(row, i, sections);
            row.Expect(Count);
            rows[i] = row.Values;
        }

        return rows;
    }
}
