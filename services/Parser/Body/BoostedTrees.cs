using System.Numerics;
using System.Runtime.Intrinsics;

namespace Dateline.Parser.Body;

/// <summary>Gradient-boosted decision trees: answers how likely described things are what the trees were trained for.</summary>
/// <remarks>
/// A tree is not walked: all of its questions are put to sixteen rows at once, and each answer strikes out the leaves that
/// it excludes (Lucchese et al. 2015). Walking spends most of its time on branches that cannot be predicted.
/// </remarks>
internal sealed class BoostedTrees
{
    /// <summary>A leaf is a bit.</summary>
    private const int MaxLeaves = 32;

    private const int Rows = 16;

    private readonly int[] roots;
    private readonly TreeNode[] nodes;
    private readonly List<TreeQuestion> questions = [];
    private readonly int[] ends;
    private readonly float[] answers;

    /// <exception cref="InvalidDataException">A tree has more than 32 leaves.</exception>
    public BoostedTrees(int[] roots, TreeNode[] nodes)
    {
        this.roots = roots;
        this.nodes = nodes;
        ends = new int[roots.Length];
        answers = new float[roots.Length * MaxLeaves];
        for (var tree = 0; tree < roots.Length; tree++)
        {
            Number(roots[tree], answers.AsSpan(tree * MaxLeaves, MaxLeaves), 0);
            ends[tree] = questions.Count;
        }
    }

    /// <summary>One answer a row, 0 to 1.</summary>
    public float[] Predict(float[][] rows)
    {
        var sums = new float[rows.Length];
        if (rows.Length == 0)
            return sums;

        var columns = new float[rows[0].Length * Rows];
        for (var start = 0; start < rows.Length; start += Rows)
        {
            var group = rows.AsSpan(start, Math.Min(Rows, rows.Length - start));
            for (var row = 0; row < group.Length; row++)
            {
                for (var (feature, at) = (0, row); feature < group[row].Length; feature++, at += Rows)
                    columns[at] = group[row][feature];
            }

            Sum(columns, sums.AsSpan(start, group.Length));
        }

        foreach (ref var sum in sums.AsSpan())
            sum = 1 / (1 + MathF.Exp(-sum));
        return sums;
    }

    private void Sum(ReadOnlySpan<float> columns, Span<float> sums)
    {
        var asked = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(questions);
        Span<uint> open = stackalloc uint[Rows];
        var from = 0;
        for (var tree = 0; tree < ends.Length; tree++)
        {
            var (first, second) = (Vector256<uint>.AllBitsSet, Vector256<uint>.AllBitsSet);
            foreach (ref readonly var question in asked[from..ends[tree]])
            {
                var column = columns.Slice(question.Feature * Rows, Rows);
                var (highest, kept) = (Vector256.Create(question.Highest), Vector256.Create(question.Kept));
                first &= kept | Vector256.LessThanOrEqual(Vector256.Create(column), highest).AsUInt32();
                second &= kept | Vector256.LessThanOrEqual(Vector256.Create(column[8..]), highest).AsUInt32();
            }

            from = ends[tree];
            first.CopyTo(open);
            second.CopyTo(open[8..]);
            for (var row = 0; row < sums.Length; row++)
                sums[row] += answers[(tree * MaxLeaves) + BitOperations.TrailingZeroCount(open[row])];
        }
    }

    /// <summary>Numbers a tree's leaves from the left: the answer is the first leaf that no question struck out.</summary>
    private int Number(int at, Span<float> leaves, int leaf)
    {
        if (nodes[at].Feature < 0)
        {
            if (leaf == MaxLeaves)
                throw new InvalidDataException($"A tree of the model has more than {MaxLeaves} leaves. Train it again with fewer.");
            leaves[leaf] = nodes[at].Value;
            return leaf + 1;
        }

        var right = Number(at + 1, leaves, leaf);
        questions.Add(new TreeQuestion(nodes[at].Feature, nodes[at].Value, ~((uint)((1ul << right) - 1) & (uint.MaxValue << leaf))));
        return Number(nodes[at].Right, leaves, right);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(roots.Length);
        foreach (var root in roots)
            writer.Write(root);
        writer.Write(nodes.Length);
        foreach (var node in nodes)
        {
            writer.Write(node.Feature);
            writer.Write(node.Value);
            writer.Write(node.Right);
        }
    }

    public static BoostedTrees Load(BinaryReader reader)
    {
        var roots = new int[reader.ReadInt32()];
        for (var i = 0; i < roots.Length; i++)
            roots[i] = reader.ReadInt32();
        var nodes = new TreeNode[reader.ReadInt32()];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = new TreeNode(reader.ReadInt16(), reader.ReadSingle(), reader.ReadInt32());
        return new BoostedTrees(roots, nodes);
    }
}
