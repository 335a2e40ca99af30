namespace Dateline.Fetcher.Files;

/// <summary>How a file holds its documents.</summary>
internal enum FileShape
{
    /// <summary>It is one.</summary>
    Document,
    Zip,
    Gzip,
    Tar,
    Warc,

    /// <summary>A list, or one value after the other; a single value is a document.</summary>
    Json,
    Table,

    /// <summary>News items of an agency in one message (NewsML-G2).</summary>
    News,
}
