namespace Dateline.Query.Syntax;

/// <summary>All parts must hold. Words side by side mean this.</summary>
public sealed record AndNode(IReadOnlyList<QueryNode> Parts, int Start, int Length) : QueryNode(Start, Length)
{
    public override string ToString() => string.Join(" AND ", Parts.Select(part => part.ToPart()));

    internal override string ToPart() => $"({this})";
}
