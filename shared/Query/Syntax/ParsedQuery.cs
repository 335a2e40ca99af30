using System.Diagnostics.CodeAnalysis;

namespace Dateline.Query.Syntax;

/// <summary>What became of a query's text: a tree, or the first mistake.</summary>
public sealed record ParsedQuery
{
    public required string Text { get; init; }

    public QueryNode? Root { get; init; }

    public QueryError? Error { get; init; }

    [MemberNotNullWhen(true, nameof(Root))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Root is not null;
}
