using System.ComponentModel.DataAnnotations;

namespace Dateline.Fetcher.Http;

/// <summary>What the guarded client may reach and how much it will take. Bound from <c>Fetcher:Http</c>.</summary>
public sealed class FetcherHttpOptions
{
    /// <summary>Names the product; a publisher may address robots.txt rules to its first word.</summary>
    [Required]
    [RegularExpression(@"[\x20-\x7e]+")]
    public string UserAgent { get; init; } = "Dateline/1.0";

    /// <summary>A page or mail address where publishers can complain, sent with the user agent. Set it before crawling other people's servers.</summary>
    [RegularExpression(@"[\x21-\x7e]+")]
    public string? Contact { get; init; }

    /// <summary>
    /// Networks in CIDR notation that may be reached although they are not public, such as <c>10.20.0.0/16</c> for an
    /// intranet feed. Opens exactly what it says; empty means public addresses only.
    /// </summary>
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    /// <summary>Ports besides 80, 443, 8080 and 8443.</summary>
    public IReadOnlyList<int> ExtraPorts { get; init; } = [];

    /// <summary>
    /// Host name to <c>address:port</c>: connects there whatever the name resolves to. It is the operator's explicit
    /// choice and therefore not subject to the address check.
    /// </summary>
    public IReadOnlyDictionary<string, string> Pins { get; init; } = new Dictionary<string, string>();

    /// <summary>Resolve, connect and TLS handshake together.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the request until the last response header, per hop.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan HeaderTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The whole fetch with all its redirects.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:30:00")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Enough for http → https → www → canonical with a consent page in between; browsers stop at 20.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; init; } = 8;

    [Range(1, 1024)]
    public int MaxHeaderKibibytes { get; init; } = 64;

    /// <summary>As transferred. The largest news pages and feeds measured are below 6 MB.</summary>
    [Range(1L, 1L << 30)]
    public long MaxWireBytes { get; init; } = 10 << 20;

    /// <summary>After decompression.</summary>
    [Range(1L, 1L << 30)]
    public long MaxDecodedBytes { get; init; } = 50 << 20;

    /// <summary>Decoded : wire. Markup compresses 3 to 20 times; bombs a thousand times.</summary>
    [Range(1, 10_000)]
    public int MaxRatio { get; init; } = 100;

    /// <summary>The ratio is judged only beyond this size, since a short page of one repeated line is no bomb.</summary>
    [Range(0, 1 << 30)]
    public int RatioFreeBytes { get; init; } = 1 << 20;

    /// <summary>A body must bring at least this many bytes per second over each <see cref="RateWindow"/>.</summary>
    [Range(0, 1 << 20)]
    public int MinBytesPerSecond { get; init; } = 1024;

    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan RateWindow { get; init; } = TimeSpan.FromSeconds(20);

    internal OutboundRules ToRules() => new()
    {
        Section = "Fetcher:Http",
        AllowedNetworks = AllowedNetworks,
        Ports = [80, 443, 8080, 8443, .. ExtraPorts],
        Pins = Pins,
        ConnectTimeout = ConnectTimeout,
        MaxHeaderKibibytes = MaxHeaderKibibytes,
    };
}
