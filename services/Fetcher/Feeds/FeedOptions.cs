using System.ComponentModel.DataAnnotations;

namespace Dateline.Fetcher.Feeds;

/// <summary>How much of a feed the reader will take: what bounds its memory and time on hostile input. Bound from <c>Fetcher:Feeds</c>.</summary>
public sealed class FeedOptions
{
    /// <summary>The rest is cut off. The largest real feeds are a tenth of it.</summary>
    [Range(1, 1 << 30)]
    public int MaxBytes { get; init; } = 32 << 20;

    /// <summary>Elements below that are taken for siblings. Real feeds stay below 30, pasted pages below 100; walking is recursive.</summary>
    [Range(10, 1000)]
    public int MaxDepth { get; init; } = 200;

    /// <summary>Per element, the rest is ignored; look-up is linear. Real feeds stay below 30.</summary>
    [Range(1, 10_000)]
    public int MaxAttributes { get; init; } = 128;

    /// <summary>Of elements and texts; reading stops there. Bounds memory at about 100 bytes each.</summary>
    [Range(1000, 100_000_000)]
    public int MaxNodes { get; init; } = 1_000_000;

    /// <summary>Reading stops there. The fullest real archives carry some 2 000.</summary>
    [Range(1, 1_000_000)]
    public int MaxEntries { get; init; } = 5000;

    /// <summary>What the sitemap protocol allows.</summary>
    [Range(1, 1_000_000)]
    public int MaxSitemapEntries { get; init; } = 50_000;

    /// <summary>Characters of one field; the rest is cut off. A whole book fits.</summary>
    [Range(1000, 1 << 30)]
    public int MaxText { get; init; } = 4 << 20;

    /// <summary>Own entities a document may declare; benign ones declare a handful of accents.</summary>
    [Range(0, 10_000)]
    public int MaxEntities { get; init; } = 64;

    /// <summary>Characters of an expanded entity; one that grows larger is not expanded at all.</summary>
    [Range(1, 1 << 20)]
    public int MaxEntityText { get; init; } = 1024;
}
