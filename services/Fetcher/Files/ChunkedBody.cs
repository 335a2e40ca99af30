using System.Globalization;

namespace Dateline.Fetcher.Files;

/// <summary>Joins a body that an archive kept in the chunks it came in (RFC 9112 §7.1).</summary>
internal static class ChunkedBody
{
    /// <summary>A body that is not chunked in fact, as crawlers store it that joined the chunks and kept the header, is answered as it is.</summary>
    public static byte[] Join(byte[] body)
    {
        var joined = new MemoryStream(body.Length);
        for (var rest = body.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            var size = end < 0 ? [] : rest[..end].TrimEnd((byte)'\r');
            if (size.IndexOf((byte)';') is var extension and >= 0)
                size = size[..extension];
            if (!int.TryParse(size.Trim((byte)' '), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
                return joined.Length == 0 ? body : joined.ToArray();
            if (length == 0)
                break;

            rest = rest[(end + 1)..];
            var chunk = rest[..Math.Min(length, rest.Length)];
            joined.Write(chunk);
            rest = rest[chunk.Length..];
            rest = rest.StartsWith("\r\n"u8) ? rest[2..] : rest.StartsWith("\n"u8) ? rest[1..] : rest;
        }

        return joined.ToArray();
    }
}
