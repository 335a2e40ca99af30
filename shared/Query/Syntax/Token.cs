namespace Dateline.Query.Syntax;

/// <summary>A token of a query with where it stands.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, bool Prefix, int Start, int Length)
{
    public int End => Start + Length;
}
