namespace Dateline.Query.Syntax;

/// <summary>A word, a phrase or the beginning of a word, in the text or in one of the named fields.</summary>
/// <param name="Field">Null for title and body.</param>
/// <param name="Text">As written, without the quotation marks and the asterisk.</param>
/// <param name="Quoted">Whether it stood in quotation marks.</param>
/// <param name="Prefix">Whether an asterisk followed.</param>
/// <param name="Start">Of the whole term, the field included.</param>
/// <param name="Length">Of the whole term.</param>
public sealed record TermNode(QueryField? Field, string Text, bool Quoted, bool Prefix, int Start, int Length) : QueryNode(Start, Length)
{
    public override string ToString() =>
        (Field is null ? "" : Field.Name + ":") + (Quoted ? $"\"{Tokenizer.Escape(Text)}\"" : Text) + (Prefix ? "*" : "");
}
