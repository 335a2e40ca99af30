using System.Buffers;
using System.IO.Compression;

namespace Dateline.Content;

/// <summary>Packs raw bytes for storage and unpacks them.</summary>
public static class ContentPacking
{
    /// <summary>Quality 4 packs HTML to about a fifth at some 150 MB/s; higher levels cost a multiple for a few per cent.</summary>
    private const int Quality = 4;

    private const int Window = 20;

    public static RawContent Pack(ReadOnlySpan<byte> bytes)
    {
        var key = ContentKey.Of(bytes);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length, 16));
        try
        {
            // Only what shrinks is kept compressed: the buffer is as long as the input, so images and archives fail here.
            var packed = BrotliEncoder.TryCompress(bytes, buffer.AsSpan(0, bytes.Length), out var written, Quality, Window);
            return new RawContent
            {
                Key = key,
                Bytes = packed ? buffer[..written] : bytes.ToArray(),
                Compressed = packed,
                Length = bytes.Length,
            };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static byte[] Unpack(RawContent content)
    {
        if (!content.Compressed)
            return content.Bytes;

        var bytes = new byte[content.Length];
        if (!BrotliDecoder.TryDecompress(content.Bytes, bytes, out var written) || written != content.Length)
            throw new InvalidDataException($"The stored content {content.Key} is damaged: it does not unpack to its {content.Length} bytes.");
        return bytes;
    }
}
