namespace Dateline.Query.Syntax;

/// <summary>Two words or phrases with at most so many words between them, in either order.</summary>
public sealed record NearNode(TermNode Left, TermNode Right, int Distance, int Start, int Length) : QueryNode(Start, Length)
{
    public override string ToString() => $"{Left} NEAR/{Distance} {Right}";

    internal override string ToPart() => $"({this})";
}
