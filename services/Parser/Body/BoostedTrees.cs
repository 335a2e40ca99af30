namespace Dateline.Parser.Body;

/// <summary>Gradient-boosted decision trees: answers how likely a described thing is what the trees were trained for.</summary>
internal sealed class BoostedTrees
{
    private readonly int[] roots;
    private readonly TreeNode[] nodes;

    public BoostedTrees(int[] roots, TreeNode[] nodes)
    {
        this.roots = roots;
        this.nodes = nodes;
    }

    /// <summary>0 to 1.</summary>
    public float Predict(ReadOnlySpan<float> features)
    {
        var sum = 0f;
        foreach (var root in roots)
        {
            var at = root;
            while (nodes[at].Feature >= 0)
                at = features[nodes[at].Feature] <= nodes[at].Value ? at + 1 : nodes[at].Right;
            sum += nodes[at].Value;
        }

        return 1 / (1 + MathF.Exp(-sum));
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
