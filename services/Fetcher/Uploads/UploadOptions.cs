using System.ComponentModel.DataAnnotations;

namespace Dateline.Fetcher.Uploads;

/// <summary>How much one request may bring. Bound from <c>Fetcher:Uploads</c>.</summary>
public sealed class UploadOptions
{
    /// <summary>One file. The largest articles with their markup are below 10 MB; large archives go through the inbox or <c>dateline ingest</c>.</summary>
    [Range(1, 1L << 30)]
    public long MaxFileBytes { get; init; } = 32 << 20;

    /// <summary>One request, all files together, and again what is unpacked out of them. It is held in memory while it is accepted.</summary>
    [Range(1, 1L << 31)]
    public long MaxRequestBytes { get; init; } = 128 << 20;

    /// <summary>Documents in all files of a request: they are accepted in one transaction.</summary>
    [Range(1, 100_000)]
    public int MaxItems { get; init; } = 10_000;

    [Range(1, 10_000)]
    public int MaxFiles { get; init; } = 1_000;
}
