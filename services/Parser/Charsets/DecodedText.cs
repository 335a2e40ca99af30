namespace Dateline.Parser.Charsets;

/// <summary>A document as text, with the charset it was read in and what told so.</summary>
internal sealed record DecodedText(string Text, string Charset, string Source, bool Damaged);
