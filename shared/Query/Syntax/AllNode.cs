namespace Dateline.Query.Syntax;

/// <summary>The empty query: every article.</summary>
public sealed record AllNode() : QueryNode(0, 0)
{
    public override string ToString() => "";
}
