using Dateline.Parser.Body;

namespace Dateline.Training.Extraction;

/// <summary>Trains the wording model: logistic regression by AdaGrad (Duchi et al. 2011), always in the same order.</summary>
internal sealed class WordingTrainer
{
    private const int Rounds = 6;
    private const float Rate = 0.15f;
    private const float Decay = 2e-5f;

    /// <summary>Scores of each page by a model that saw no page of its site, and the model of all pages.</summary>
    public (float[][] HeldOut, Wording Model) Train(IReadOnlyList<TrainingPage> pages)
    {
        var scores = new float[pages.Count][];
        Parallel.For(0, TrainingPage.Folds, fold =>
        {
            var model = Fit(pages.Where(page => page.Fold != fold));
            foreach (var (i, page) in pages.Index().Where(page => page.Item.Fold == fold))
                scores[i] = model.Score(page.Passages);
        });
        return (scores, Fit(pages));
    }

    private static Wording Fit(IEnumerable<TrainingPage> pages)
    {
        var lines = new List<(int[] Buckets, float Label, float Weight)>();
        var buckets = new List<int>();
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Passages.Count; i++)
            {
                if (page.Weights[i] == 0)
                    continue;
                Wording.Read(page.Passages[i].Text, buckets);
                if (buckets.Count > 0)
                    lines.Add(([.. buckets], page.Labels[i], MathF.Sqrt(page.Weights[i])));
            }
        }

        var (weights, squares) = (new float[Wording.Buckets], new float[Wording.Buckets]);
        var mean = lines.Average(line => line.Weight);
        var order = Enumerable.Range(0, lines.Count).ToArray();
        var random = new Random(20240312);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
                Learn(lines[at].Buckets, lines[at].Label, lines[at].Weight / mean, weights, squares);
        }

        var scale = weights.Max(MathF.Abs) / sbyte.MaxValue;
        return new Wording([.. weights.Select(weight => (sbyte)MathF.Round(weight / scale))], scale);
    }

    private static void Learn(int[] line, float label, float weight, float[] weights, float[] squares)
    {
        var share = 1 / MathF.Sqrt(line.Length);
        var sum = 0f;
        foreach (var bucket in line)
            sum += weights[bucket] * share;
        var error = ((1 / (1 + MathF.Exp(-sum))) - label) * weight * share;
        foreach (var bucket in line)
        {
            var gradient = error + (Decay * weights[bucket]);
            squares[bucket] += gradient * gradient;
            weights[bucket] -= Rate * gradient / MathF.Sqrt(squares[bucket] + 1e-6f);
        }
    }
}
