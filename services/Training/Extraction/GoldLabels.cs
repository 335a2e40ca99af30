using Dateline.Parser.Body;

namespace Dateline.Training.Extraction;

/// <summary>Finds the passages of a page in the text that is known to be its article.</summary>
internal static class GoldLabels
{
    private const int Run = 4;

    /// <summary>For each passage the share of its words that belong to the article, or NaN where the gold says nothing.</summary>
    public static float[] Of(GoldPage gold, IReadOnlyList<Passage> passages) =>
        gold.Text is { } text ? OfText(text + "\n" + gold.OtherText, passages) : OfPieces(gold, passages);

    private static float[] OfText(string text, IReadOnlyList<Passage> passages)
    {
        var counts = Tokens.Runs(Tokens.Of(text), Run).CountBy(run => run).ToDictionary(pair => pair.Key, pair => pair.Value);
        var lines = text.Split('\n').Select(line => string.Join(' ', Tokens.Of(line))).Where(line => line.Length > 0).CountBy(line => line).ToDictionary(pair => pair.Key, pair => pair.Value);
        var tokens = passages.Select(passage => Tokens.Of(passage.Text)).ToArray();
        var labels = tokens.Select(words => Covered(words, counts, lines)).ToArray();
        Unrepeat(passages, tokens, labels, counts, lines);
        return labels;
    }

    private static float Covered(List<string> tokens, Dictionary<string, int> counts, Dictionary<string, int> lines)
    {
        if (tokens.Count == 0)
            return float.NaN;
        if (tokens.Count < Run)
            return lines.ContainsKey(string.Join(' ', tokens)) ? 1 : 0;

        var covered = new bool[tokens.Count];
        foreach (var (i, run) in Tokens.Runs(tokens, Run).Index())
        {
            if (counts.ContainsKey(run))
                covered.AsSpan(i, Run).Fill(true);
        }

        return covered.Count(isCovered => isCovered) / (float)tokens.Count;
    }

    /// <summary>A teaser says again what the article says: of equal passages only as many as the gold has belong to it, those among others that do.</summary>
    private static void Unrepeat(IReadOnlyList<Passage> passages, List<string>[] tokens, float[] labels, Dictionary<string, int> counts, Dictionary<string, int> lines)
    {
        var support = new float[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            for (var at = Math.Max(0, i - 6); at <= Math.Min(labels.Length - 1, i + 6); at++)
                support[i] += at == i || float.IsNaN(labels[at]) ? 0 : (labels[at] - 0.3f) * Math.Min(passages[at].Words, 60);
        }

        foreach (var same in Enumerable.Range(0, labels.Length).Where(i => labels[i] > 0).GroupBy(i => string.Join(' ', tokens[i])).Where(group => group.Count() > 1))
        {
            var allowed = tokens[same.First()].Count < Run
                ? lines.GetValueOrDefault(same.Key, 1)
                : Tokens.Runs(tokens[same.First()], Run).Where(counts.ContainsKey).Select(run => counts[run]).DefaultIfEmpty(1).Min();
            foreach (var copy in same.OrderByDescending(i => support[i]).ThenBy(i => i).Skip(allowed))
                labels[copy] = 0;
        }
    }

    private static float[] OfPieces(GoldPage gold, IReadOnlyList<Passage> passages)
    {
        var with = gold.With.Select(Tokens.Spaced).ToList();
        var without = gold.Without.Select(Tokens.Spaced).ToList();
        return [.. passages.Select(passage => Label(Tokens.Spaced(passage.Text)))];

        float Label(string text)
        {
            var yes = with.Any(piece => text.Contains(piece, StringComparison.Ordinal));
            var no = without.Any(piece => text.Contains(piece, StringComparison.Ordinal));
            return yes == no ? float.NaN : yes ? 1 : 0;
        }
    }
}
