using System.ComponentModel.DataAnnotations;

namespace Dateline.Fetcher.Uploads;

/// <summary>How much one request may bring. Bound from <c>Fetcher:Uploads</c>.</summary>
public sealed class UploadOptions
{
    /// <summary>One file. The largest articles with their markup are below 10 MB; archives are another matter.</summary>
    [Range(1, 1L << 30)]
    public long MaxFileBytes { get; init; } = 32 << 20;

    /// <summary>One request, all files together. It is held in memory while it is accepted.</summary>
    [Range(1, 1L << 31)]
    public long MaxRequestBytes { get; init; } = 128 << 20;

    [Range(1, 10_000)]
    public int MaxFiles { get; init; } = 1_000;
}
