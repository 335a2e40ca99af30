using System.Buffers;
using Dateline.Content;

namespace Dateline.Fetcher.Files;

/// <summary>Reads a file once from its beginning to its end, and lets its first bytes be looked at before.</summary>
internal sealed class FileSource(Stream stream)
{
    private const int BufferBytes = 64 << 10;

    private readonly byte[] buffer = new byte[BufferBytes];
    private int start;
    private int end;

    /// <summary>The bytes at hand, at least one unless the file is at its end; mostly many.</summary>
    public ReadOnlySpan<byte> Ahead
    {
        get
        {
            if (start == end)
            {
                start = 0;
                end = stream.Read(buffer);
            }

            return buffer.AsSpan(start, end - start);
        }
    }

    /// <summary>Of the whole file; 0 when nobody knows.</summary>
    public long Length => stream.CanSeek ? stream.Length : 0;

    public bool AtEnd => Ahead.IsEmpty;

    /// <summary>The first bytes, as many as there are and the buffer takes. To be asked for before anything is read.</summary>
    public ReadOnlySpan<byte> Head()
    {
        while (end < buffer.Length && stream.Read(buffer.AsSpan(end)) is var read and > 0)
            end += read;
        return buffer.AsSpan(start, end - start);
    }

    public void Skip(int count) => start += count;

    /// <summary>-1 at the end.</summary>
    public int ReadByte()
    {
        if (start == end && AtEnd)
            return -1;
        return buffer[start++];
    }

    /// <summary>Up to and without the line feed; null at the end. What is beyond <paramref name="max"/> is passed over.</summary>
    public byte[]? ReadLine(int max, out bool cut)
    {
        cut = false;
        if (AtEnd)
            return null;

        var line = new ArrayBufferWriter<byte>();
        while (Ahead is { IsEmpty: false } ahead)
        {
            var feed = ahead.IndexOf((byte)'\n');
            var part = feed < 0 ? ahead : ahead[..feed];
            if (line.WrittenCount + part.Length > max)
                cut = true;
            else
                line.Write(part);
            Skip(feed < 0 ? part.Length : part.Length + 1);
            if (feed >= 0)
                break;
        }

        return line.WrittenSpan.TrimEnd((byte)'\r').ToArray();
    }

    /// <summary>All that is left; null when it is more than <paramref name="max"/>.</summary>
    /// <param name="expected">How many bytes somebody says that is: taken at once, and not copied when it is true.</param>
    public byte[]? ReadToEnd(int max, long expected = 0)
    {
        var all = new MemoryStream((int)Math.Clamp(expected, 0, max));
        while (Ahead is { IsEmpty: false } ahead)
        {
            if (all.Length + ahead.Length > max)
                return null;
            all.Write(ahead);
            Skip(ahead.Length);
        }

        return all.Length == all.Capacity ? all.GetBuffer() : all.ToArray();
    }

    /// <summary>So many bytes; null when they are more than <paramref name="max"/>, and then they are passed over.</summary>
    /// <exception cref="EndOfStreamException">The file ends before.</exception>
    public byte[]? Read(long count, int max)
    {
        var bytes = count <= max ? new MemoryStream() : null;
        while (count > 0)
        {
            var ahead = Ahead;
            if (ahead.IsEmpty)
                throw new EndOfStreamException("It ends in the middle of a record.");
            var part = ahead[..(int)Math.Min(count, ahead.Length)];
            bytes?.Write(part);
            count -= part.Length;
            Skip(part.Length);
        }

        return bytes?.ToArray();
    }

    /// <summary>For readers that want a stream: gives what is left.</summary>
    public Stream AsStream() => new Rest(this);

    private sealed class Rest(FileSource source) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            var ahead = source.Ahead;
            var part = ahead[..Math.Min(ahead.Length, buffer.Length)];
            part.CopyTo(buffer);
            source.Skip(part.Length);
            return part.Length;
        }
    }
}
