namespace Dateline.Parser.Body;

/// <summary>Chooses from which score on a page's passages are the article: the surer the model is of the whole page, the more it asks of each passage.</summary>
/// <remarks>The cut that gives the best expected F1 lies at half of that F1 (Lipton et al. 2014).</remarks>
internal static class Cut
{
    private const float Lowest = 0.2f;
    private const float Highest = 0.6f;

    /// <summary>A page unlike those that the model saw: what stands out among the rest is the article.</summary>
    private const float ShareOfBest = 0.6f;

    public static float Of(IReadOnlyList<Passage> passages, IReadOnlyList<float> scores)
    {
        if (scores.Count == 0)
            return Highest;

        var order = Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i]).ToList();
        var expected = order.Sum(i => scores[i] * passages[i].Words);
        float right = 0, words = 0, best = 0;
        foreach (var i in order)
        {
            right += scores[i] * passages[i].Words;
            words += passages[i].Words;
            best = Math.Max(best, 2 * right / (words + expected));
        }

        return Math.Min(Math.Clamp(best / 2, Lowest, Highest), scores[order[0]] * ShareOfBest);
    }
}
