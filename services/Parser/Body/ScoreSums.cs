namespace Dateline.Parser.Body;

/// <summary>Sums a first look's scores over windows, elements and templates, weighted by words.</summary>
internal sealed class ScoreSums
{
    private const int Window = 8;

    private readonly IReadOnlyList<Passage> passages;
    private readonly Dictionary<Place, (float Score, float Words)> places = [];
    private readonly Dictionary<int, (float Score, float Words)> shapes = [];
    private readonly float[] kept;
    private readonly float[] words;
    private readonly int first;
    private readonly int last;
    private readonly float max;

    public ScoreSums(IReadOnlyList<Passage> passages, ReadOnlySpan<float> scores)
    {
        this.passages = passages;
        kept = new float[passages.Count + 1];
        words = new float[passages.Count + 1];
        first = -1;
        for (var i = 0; i < passages.Count; i++)
        {
            var weight = passages[i].Words + 1f;
            kept[i + 1] = kept[i] + (scores[i] * weight);
            words[i + 1] = words[i] + weight;
            max = Math.Max(max, scores[i]);
            if (scores[i] > 0.5f)
                (first, last) = (first < 0 ? i : first, i);

            var shape = shapes.GetValueOrDefault(passages[i].Place.Shape);
            shapes[passages[i].Place.Shape] = (shape.Score + (scores[i] * weight), shape.Words + weight);
            for (var (place, level) = (passages[i].Place, 0); place is not null && level < 4; place = place.Parent, level++)
            {
                var sum = places.GetValueOrDefault(place);
                places[place] = (sum.Score + (scores[i] * weight), sum.Words + weight);
            }
        }
    }

    public void Add(FeatureRow row, int i)
    {
        var place = passages[i].Place;
        row.Add(Mean(places, place), Mean(places, place.Parent ?? place), Mean(places, place.Parent?.Parent ?? place), Mean(shapes, place.Shape));
        row.Add(Between(i - Window, i), Between(i + 1, i + 1 + Window), kept[i] / Math.Max(1, kept[^1]), kept[^1] / Math.Max(1, words[^1]), max);
        row.Add(first < 0 ? -1000 : i - first, first < 0 ? -1000 : i - last);
    }

    /// <summary>The heading above, what stands under it, and the heading below.</summary>
    public void AddSection(FeatureRow row, int i, Sections sections)
    {
        var (head, end) = (sections.Head(i), sections.End(i));
        row.Add(head < 0 ? -1 : Between(head, head + 1), Between(head + 1, end), Between(end, end + 1));
    }

    private float Between(int from, int to)
    {
        (from, to) = (Math.Max(0, from), Math.Min(passages.Count, to));
        return from >= to ? -1 : (kept[to] - kept[from]) / (words[to] - words[from]);
    }

    private static float Mean<TKey>(Dictionary<TKey, (float Score, float Words)> sums, TKey key)
        where TKey : notnull =>
        sums.TryGetValue(key, out var sum) ? sum.Score / sum.Words : -1;
}
