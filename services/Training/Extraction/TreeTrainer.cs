using Dateline.Parser.Body;

namespace Dateline.Training.Extraction;

/// <summary>
/// Gradient boosting on the logistic loss with histograms (Friedman 2001; leaf-wise growth as in Ke et al. 2017). The
/// same rows give the same trees, whatever the number of processors.
/// </summary>
internal sealed class TreeTrainer(int trees, int leaves, float rate)
{
    private const float MinWeight = 0.15f;
    private const float Ridge = 0.3f;

    /// <summary>Share of the features that a tree may use, by a fixed pseudo-random sequence.</summary>
    private const double FeatureShare = 0.15;

    public BoostedTrees Train(IReadOnlyList<float[]> rows, float[] labels, float[] weights)
    {
        var binned = BinnedRows.Of(rows);
        var scores = new float[rows.Count];
        var gradients = new GradientPair[rows.Count];
        var random = new Random(20240312);
        var roots = new List<int>();
        var nodes = new List<TreeNode>();
        for (var i = 0; i < trees; i++)
        {
            for (var row = 0; row < scores.Length; row++)
            {
                var chance = 1 / (1 + MathF.Exp(-scores[row]));
                gradients[row] = new GradientPair((chance - labels[row]) * weights[row], Math.Max(1e-6f, chance * (1 - chance)) * weights[row]);
            }

            var allowed = Enumerable.Range(0, binned.Columns.Length).Where(_ => random.NextDouble() < FeatureShare).ToArray();
            roots.Add(nodes.Count);
            new TreeGrower(binned, gradients, allowed, leaves, MinWeight, Ridge, rate).Grow(scores).Append(nodes);
        }

        return new BoostedTrees([.. roots], [.. nodes]);
    }
}
