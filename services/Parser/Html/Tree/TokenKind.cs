namespace Dateline.Parser.Html.Tree;

/// <summary>What the tokenizer has read. Comments are left out: no reader wants them.</summary>
internal enum TokenKind
{
    End,
    Text,
    StartTag,
    EndTag,
    DocumentType,
}
