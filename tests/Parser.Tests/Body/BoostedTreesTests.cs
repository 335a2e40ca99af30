using Dateline.Parser.Body;

namespace Dateline.Parser.Tests.Body;

/// <summary>Putting all questions at once must answer as walking from question to question does.</summary>
public sealed class BoostedTreesTests
{
    private const int Features = 7;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(50)]
    public void Answers_as_a_walk_through_each_tree_does(int count)
    {
        var random = new Random(count);
        var (roots, nodes) = Forest(random, trees: 12, leaves: 32);
        var rows = Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, Features).Select(_ => Value(random)).ToArray()).ToArray();

        new BoostedTrees(roots, nodes).Predict(rows).ShouldBe(rows.Select(row => Walk(roots, nodes, row)));
    }

    [Fact]
    public void Refuses_a_tree_with_more_leaves_than_it_can_strike_out()
    {
        var (roots, nodes) = Forest(new Random(1), trees: 1, leaves: 33);

        Should.Throw<InvalidDataException>(() => new BoostedTrees(roots, nodes)).Message.ShouldContain("32");
    }

    private static float Walk(int[] roots, TreeNode[] nodes, float[] row)
    {
        var sum = 0f;
        foreach (var root in roots)
        {
            var at = root;
            while (nodes[at].Feature >= 0)
                at = row[nodes[at].Feature] <= nodes[at].Value ? at + 1 : nodes[at].Right;
            sum += nodes[at].Value;
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

    private static (int[] Roots, TreeNode[] Nodes) Forest(Random random, int trees, int leaves)
    {
        var nodes = new List<TreeNode>();
        var roots = new List<int>();
        for (var tree = 0; tree < trees; tree++)
        {
            roots.Add(nodes.Count);
            Grow(leaves);
        }

        return ([.. roots], [.. nodes]);

        void Grow(int below)
        {
            var at = nodes.Count;
            nodes.Add(new TreeNode(-1, random.NextSingle() - 0.5f, 0));
            if (below == 1)
                return;
            var left = random.Next(1, below);
            Grow(left);
            nodes[at] = new TreeNode((short)random.Next(Features), random.Next(5), nodes.Count);
            Grow(below - left);
        }
    }

    /// <summary>Often exactly a threshold, and sometimes no number.</summary>
    private static float Value(Random random) => random.Next(20) == 0 ? float.NaN : random.Next(6) / (float)random.Next(1, 3);
}
