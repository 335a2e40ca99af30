namespace Dateline.Query.Syntax;

/// <summary>A part of a query, with where it was written. <see cref="object.ToString"/> gives it as it was understood, and parses to the same.</summary>
/// <param name="Start">From 0, in UTF-16 code units.</param>
/// <param name="Length">Of what was written.</param>
public abstract record QueryNode(int Start, int Length)
{
    public abstract override string ToString();

    /// <summary>As a part of a larger expression: in brackets where they are needed.</summary>
    internal virtual string ToPart() => ToString();
}
