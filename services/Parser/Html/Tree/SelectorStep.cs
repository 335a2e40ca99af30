namespace Dateline.Parser.Html.Tree;

/// <summary>What a selector asks of one element, and of those around it.</summary>
/// <param name="Tag">Its name; <see cref="Tag.None"/> for any.</param>
/// <param name="Tests">Of its attributes; all have to hold.</param>
/// <param name="Outer">What an element around it has to be.</param>
/// <param name="IsChild">That element is its parent.</param>
internal sealed record SelectorStep(Tag Tag, AttributeTest[] Tests, SelectorStep? Outer, bool IsChild)
{
    /// <summary>Bits of the attributes that an element must have.</summary>
    public uint Names { get; } = Tests.Where(test => !test.IsNot).Aggregate(0u, (bits, test) => bits | AttributeNames.Bit(test.Number));

    public bool Fits(HtmlPage page, int node)
    {
        ref readonly var element = ref page.Nodes[node];
        if ((Tag != Tag.None && page.Tags[node] != Tag) || (element.Names & Names) != Names)
            return false;
        foreach (var test in Tests)
        {
            if (!test.Holds(page, node))
                return false;
        }

        if (Outer is null)
            return true;
        for (var around = element.Parent; around >= 0; around = page.Nodes[around].Parent)
        {
            if (Outer.Fits(page, around))
                return true;
            if (IsChild)
                return false;
        }

        return false;
    }
}
