namespace Dateline.Query.Syntax;

/// <summary>What a token of a query is.</summary>
internal enum TokenKind
{
    Word,
    Phrase,
    Field,
    Open,
    Close,
    Or,
    And,
    Not,
    Near,
    End,
}
