using System.Collections.Concurrent;

namespace Dateline.Parser.Html.Tree;

/// <summary>
/// Finds elements by what a style sheet would call them: names, classes, attributes (also <c>~= *= ^= $=</c>), <c>:not([…])</c>,
/// descendants, children, and alternatives between commas. Values count as written.
/// </summary>
internal sealed class Selector
{
    private static readonly ConcurrentDictionary<string, Selector> Known = new(StringComparer.Ordinal);

    private readonly SelectorStep[] alternatives;

    /// <summary>The names one of which every match has; empty when an alternative names none.</summary>
    private readonly Tag[] tags;

    private readonly TagSet? named;

    /// <summary>Bits one of which every match has; zero when an alternative asks for no attribute.</summary>
    private readonly uint names;

    private Selector(SelectorStep[] alternatives)
    {
        this.alternatives = alternatives;
        if (Array.TrueForAll(alternatives, step => step.Tag != Tag.None))
            tags = [.. alternatives.Select(step => step.Tag).Distinct()];
        else
            tags = [];
        named = tags.Length > 0 ? new TagSet(tags) : null;
        if (Array.TrueForAll(alternatives, step => step.Names != 0))
            names = alternatives.Aggregate(0u, (bits, step) => bits | step.Names);
    }

    /// <summary>Selectors are written in our own code, so that there are few, and each is read once.</summary>
    public static Selector Of(string text) => Known.TryGetValue(text, out var known) ? known : Known.GetOrAdd(text, static text => new Selector(SelectorText.Read(text)));

    public IEnumerable<Node> All(Node root)
    {
        for (var at = Next(root, root.Index + 1); at >= 0; at = Next(root, at + 1))
            yield return new Node(root.Page, at);
    }

    public Node? First(Node root) => Next(root, root.Index + 1) is >= 0 and var at ? new Node(root.Page, at) : null;

    public Node? Closest(Node node)
    {
        for (var at = node.Index; at >= 0; at = node.Page.Nodes[at].Parent)
        {
            if (named?.Contains(node.Page.Tags[at]) != false && Fits(node.Page, at))
                return new Node(node.Page, at);
        }

        return null;
    }

    private int Next(Node root, int at)
    {
        var (page, end) = (root.Page, root.End);
        if (tags.Length > 0)
        {
            while (at < end)
            {
                var found = page.Tags[at..end].IndexOfAny(tags);
                if (found < 0)
                    return -1;
                at += found;
                if (Fits(page, at))
                    return at;
                at++;
            }

            return -1;
        }

        var nodes = page.Nodes;
        for (; at < end; at++)
        {
            if ((names == 0 || (nodes[at].Names & names) != 0) && Fits(page, at))
                return at;
        }

        return -1;
    }

    private bool Fits(HtmlPage page, int node)
    {
        var tag = page.Tags[node];
        if (tag == Tag.None)
            return false;
        foreach (var step in alternatives)
        {
            if ((step.Tag == Tag.None || step.Tag == tag) && step.Fits(page, node))
                return true;
        }

        return false;
    }
}
