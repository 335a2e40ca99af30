using System.IO.Compression;
using System.Runtime.InteropServices;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Dateline.Fetcher.Http;

/// <summary>
/// Undoes a body's content encoding with counted output. The platform's own decoder has no limit on output, and
/// silently leaves the inner layer of a nested encoding in place.
/// </summary>
internal sealed class ContentDecoder(FetcherHttpOptions options)
{
    public const string Offered = "gzip, br, zstd, deflate";

    // RFC 9659 §3: HTTP's zstd frames need no more; without the limit a 20-byte header can ask for gigabytes.
    private const int ZstdWindowLog = 23;

    // What servers put there by mistake: a charset or a mail encoding. The body is plain.
    private static readonly string[] Plain = ["identity", "none", "utf-8", "utf8", "iso-8859-1", "binary", "8bit", "7bit"];

    /// <param name="cut">Whether a longer or broken-off body is cut rather than refused.</param>
    /// <exception cref="FetchException">Unknown, nested, damaged or a bomb.</exception>
    public ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> wire, string? contentEncoding, long maxBytes, bool cut = false)
    {
        var codings = (contentEncoding ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(coding => coding.ToLowerInvariant())
            .Where(coding => !Plain.Contains(coding))
            .ToArray();
        if (codings.Length > 1)
            throw new FetchException(FetchFailureKind.UnsupportedEncoding, "The answer is compressed more than once.");

        if (codings.Length == 0 || wire.Length == 0)
            return wire;

        var body = new MemoryStream();
        try
        {
            using var decoder = Open(codings[0], wire);
            if (decoder is null)
                return wire;
            Read(decoder, body, wire.Length, maxBytes, cut);
        }
        catch (Exception damage) when (damage is InvalidDataException or InvalidOperationException or ZstdException or EndOfStreamException)
        {
            // What was cut on the wire breaks off in the middle of a block: what came before it is good.
            if (!cut || body.Length == 0)
                throw new FetchException(FetchFailureKind.BrokenEncoding, "The compressed answer is damaged.");
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    // Null: the body is not what the header says, but plain. Servers that compress by rule and not in fact do that.
    private static Stream? Open(string coding, ReadOnlyMemory<byte> wire)
    {
        var bytes = wire.Span;
        var source = MemoryMarshal.TryGetArray(wire, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(wire.ToArray(), writable: false);
        switch (coding)
        {
            case "gzip" or "x-gzip":
                return bytes is [0x1f, 0x8b, ..] ? new GZipStream(source, CompressionMode.Decompress) : null;
            case "br":
                return new BrotliStream(source, CompressionMode.Decompress);
            case "zstd":
                var zstd = new DecompressionStream(source);
                zstd.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, ZstdWindowLog);
                return zstd;
            case "deflate":
                // RFC 9110 says zlib, many servers send the bare stream; a zlib header is divisible by 31.
                var isZlib = bytes.Length > 1 && (bytes[0] & 0x0f) == 8 && (bytes[0] << 8 | bytes[1]) % 31 == 0;
                return isZlib ? new ZLibStream(source, CompressionMode.Decompress) : new DeflateStream(source, CompressionMode.Decompress);
            default:
                throw new FetchException(FetchFailureKind.UnsupportedEncoding, "The answer is compressed in a way that nobody asked for.");
        }
    }

    private void Read(Stream decoder, MemoryStream body, int wireBytes, long maxBytes, bool cut)
    {
        var buffer = new byte[64 * 1024];
        while (decoder.Read(buffer) is var read and > 0)
        {
            var length = body.Length + read;
            if (length > maxBytes && cut)
            {
                body.Write(buffer, 0, (int)(maxBytes - body.Length));
                return;
            }

            if (length > options.RatioFreeBytes && length > (long)wireBytes * options.MaxRatio)
                throw new FetchException(FetchFailureKind.DecompressionBomb, $"The answer grows more than {options.MaxRatio} times when decompressed.");

            if (length > maxBytes)
                throw new FetchException(FetchFailureKind.TooLarge, $"The decompressed answer is larger than the limit of {maxBytes} bytes.");

            body.Write(buffer, 0, read);
        }
    }
}
