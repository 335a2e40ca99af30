namespace Dateline.Query.Syntax;

/// <summary>The part must not hold.</summary>
public sealed record NotNode(QueryNode Part, int Start, int Length) : QueryNode(Start, Length)
{
    public override string ToString() => $"-{Part.ToPart()}";
}
