namespace Dateline.Parser.Formats;

/// <summary>The kinds of document that a reader exists for, and the two that are told apart from them.</summary>
internal enum DocumentFormat
{
    Unsupported,
    Feed,
    Text,
    Html,
    Markdown,
    Json,

    /// <summary>Mail, and web pages that a browser saved as mail (MHTML).</summary>
    Mail,
    Pdf,
    Word,

    /// <summary>What agencies send: NITF, and NewsML-G2 around it.</summary>
    News,
}
