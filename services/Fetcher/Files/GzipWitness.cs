using System.Buffers.Binary;
using Dateline.Content;

namespace Dateline.Fetcher.Files;

/// <summary>
/// Sees what a decompressor is given, because that one takes a file that breaks off for one that ends. The last bytes of a gzip file
/// say how long it is unpacked (RFC 1952 §2.3.1), unless several are joined: then nobody knows.
/// </summary>
internal sealed class GzipWitness(Stream inner) : ForwardStream
{
    private readonly byte[] last = new byte[4];
    private long given;
    private bool joined;

    public bool SawBreak(long unpacked) => !joined && given > 0 && BinaryPrimitives.ReadUInt32LittleEndian(last) != (uint)unpacked;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        var seen = buffer[..read];
        // One that begins across two reads is missed; the readers of joined files read in large pieces.
        joined |= seen[(given == 0 ? Math.Min(3, read) : 0)..].IndexOf((ReadOnlySpan<byte>)[0x1f, 0x8b, 8]) >= 0;
        given += read;
        if (read >= last.Length)
        {
            seen[^last.Length..].CopyTo(last);
        }
        else if (read > 0)
        {
            last.AsSpan(read).CopyTo(last);
            seen.CopyTo(last.AsSpan(last.Length - read));
        }

        return read;
    }
}
