using System.IO.Compression;

namespace Dateline.Fetcher.Feeds;

/// <summary>Inflates a document that is itself a gzip file, as sitemaps often are, up to a limit.</summary>
internal static class GzipBytes
{
    /// <summary>Null: no gzip file. What was damaged or beyond the limit is missing at the end.</summary>
    public static ReadOnlyMemory<byte>? Inflate(ReadOnlyMemory<byte> bytes, int maxBytes)
    {
        if (bytes.Span is not [0x1f, 0x8b, 8, ..])
            return null;

        using var gzip = new GZipStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
        var result = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (result.Length <= maxBytes && gzip.Read(buffer) is var read and > 0)
                result.Write(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            // A truncated download: what came before is worth reading.
        }

        return result.GetBuffer().AsMemory(0, (int)result.Length);
    }
}
