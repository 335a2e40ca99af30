namespace Dateline.Query.Syntax;

/// <summary>At least one part must hold.</summary>
public sealed record OrNode(IReadOnlyList<QueryNode> Parts, int Start, int Length) : QueryNode(Start, Length)
{
    public override string ToString() => string.Join(" OR ", Parts.Select(part => part.ToPart()));

    internal override string ToPart() => $"({this})";
}
