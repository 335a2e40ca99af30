using System.ComponentModel.DataAnnotations;

namespace Dateline.Fetcher.Files;

/// <summary>How much is taken out of one file that holds many documents: what bounds the work a hostile one can cause. Bound from <c>Fetcher:Files</c>.</summary>
public sealed class UnpackingOptions
{
    /// <summary>One document, unpacked. The parser takes no more than 16 MiB of text; scanned PDF files are larger.</summary>
    [Range(1, 1 << 30)]
    public int MaxItemBytes { get; init; } = 32 << 20;

    /// <summary>Documents of one file, those of files within it included. Common Crawl's news archives hold some 50 000 pages each.</summary>
    [Range(1, 100_000_000)]
    public int MaxItems { get; init; } = 250_000;

    /// <summary>Archives within archives. People nest once (a folder of daily archives); a bomb nests on.</summary>
    [Range(0, 16)]
    public int MaxDepth { get; init; } = 3;

    /// <summary>Unpacked bytes for each packed one. Markup shrinks to a tenth, repetitive logs to a fiftieth; a bomb to a thousandth.</summary>
    [Range(2, 100_000)]
    public int MaxRatio { get; init; } = 200;

    /// <summary>Below that the ratio is not asked for: a small text of one repeated line is no bomb.</summary>
    [Range(0, 1L << 40)]
    public long RatioFreeBytes { get; init; } = 64 << 20;

    /// <summary>
    /// What other people call the columns of their tables and the members of their JSON, and what they mean: <c>Inhalt</c> = <c>text</c>,
    /// <c>head.title</c> = <c>title</c>. A file, an upload or a command can say more.
    /// </summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}
