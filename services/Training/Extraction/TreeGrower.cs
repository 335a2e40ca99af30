using Dateline.Parser.Body;

namespace Dateline.Training.Extraction;

/// <summary>Grows one tree: always splits the leaf whose split gains most.</summary>
internal sealed class TreeGrower(BinnedRows data, GradientPair[] gradients, int[] allowed, int leaves, float minWeight, float ridge, float rate)
{
    private Leaf? root;

    /// <summary>Adds the tree's answers to the scores of its rows.</summary>
    public TreeGrower Grow(float[] scores)
    {
        root = Measured(Enumerable.Range(0, data.Count).Where(row => gradients[row].Second > 0).ToArray(), null);
        var open = new List<Leaf> { root };
        while (open.Count < leaves && open.MaxBy(leaf => leaf.Gain) is { Gain: > 1e-4f } best)
        {
            Split(best);
            open.Remove(best);
            open.Add(best.Left!);
            open.Add(best.Right!);
        }

        foreach (var leaf in open)
        {
            leaf.Value = -rate * leaf.First / (leaf.Second + ridge);
            foreach (var row in leaf.Rows)
                scores[row] += leaf.Value;
        }

        return this;
    }

    public void Append(List<TreeNode> nodes) => Append(root!, nodes);

    private static void Append(Leaf leaf, List<TreeNode> nodes)
    {
        if (leaf.Left is null)
        {
            nodes.Add(new TreeNode(-1, leaf.Value, 0));
            return;
        }

        var at = nodes.Count;
        nodes.Add(default);
        Append(leaf.Left, nodes);
        nodes[at] = new TreeNode((short)leaf.Feature, leaf.Threshold, nodes.Count);
        Append(leaf.Right!, nodes);
    }

    private void Split(Leaf leaf)
    {
        var column = data.Columns[allowed[leaf.Feature]];
        var left = leaf.Rows.Where(row => column[row] <= leaf.Bin).ToArray();
        var right = leaf.Rows.Where(row => column[row] > leaf.Bin).ToArray();
        leaf.Threshold = data.Edges[allowed[leaf.Feature]][leaf.Bin];
        leaf.Feature = allowed[leaf.Feature];
        if (left.Length < right.Length)
        {
            leaf.Left = Measured(left, null);
            leaf.Right = Measured(right, (leaf, leaf.Left));
        }
        else
        {
            leaf.Right = Measured(right, null);
            leaf.Left = Measured(left, (leaf, leaf.Right));
        }
    }

    /// <param name="difference">The histogram is the parent's without the sibling's.</param>
    private Leaf Measured(int[] rows, (Leaf Parent, Leaf Sibling)? difference)
    {
        var histogram = new GradientPair[allowed.Length][];
        var gains = new (float Gain, int Bin)[allowed.Length];
        Parallel.For(0, allowed.Length, feature =>
        {
            histogram[feature] = difference is var (parent, sibling) ? Minus(parent.Histogram[feature], sibling.Histogram[feature]) : Sums(data.Columns[allowed[feature]], rows);
            gains[feature] = Best(histogram[feature], data.Edges[allowed[feature]].Length);
        });

        var leaf = new Leaf(rows, histogram);
        for (var feature = 0; feature < gains.Length; feature++)
        {
            if (gains[feature].Gain > leaf.Gain)
                (leaf.Gain, leaf.Feature, leaf.Bin) = (gains[feature].Gain, feature, gains[feature].Bin);
        }

        return leaf;
    }

    private GradientPair[] Sums(byte[] column, int[] rows)
    {
        var sums = new GradientPair[BinnedRows.Bins];
        foreach (var row in rows)
        {
            ref var sum = ref sums[column[row]];
            sum = new GradientPair(sum.First + gradients[row].First, sum.Second + gradients[row].Second);
        }

        return sums;
    }

    private static GradientPair[] Minus(GradientPair[] parent, GradientPair[] sibling) =>
        [.. parent.Zip(sibling, (all, part) => new GradientPair(all.First - part.First, all.Second - part.Second))];

    private (float Gain, int Bin) Best(GradientPair[] histogram, int edges)
    {
        float first = 0, second = 0;
        foreach (var pair in histogram)
            (first, second) = (first + pair.First, second + pair.Second);

        var whole = first * first / (second + ridge);
        float left = 0, leftSecond = 0;
        var best = (Gain: 0f, Bin: 0);
        for (var bin = 0; bin < edges; bin++)
        {
            left += histogram[bin].First;
            leftSecond += histogram[bin].Second;
            if (leftSecond < minWeight || second - leftSecond < minWeight)
                continue;
            var gain = (left * left / (leftSecond + ridge)) + ((first - left) * (first - left) / (second - leftSecond + ridge)) - whole;
            if (gain > best.Gain)
                best = (gain, bin);
        }

        return best;
    }
}
