using Dateline.Content;
using Dateline.Parser.Html;

namespace Dateline.Parser.Formats;

/// <summary>Ends the reading of what unpacks to more than it said.</summary>
internal sealed class BoundedStream(Stream inner, long maxBytes) : ForwardStream
{
    private long left = maxBytes;

    /// <exception cref="PageTooLargeException">There is more.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        left -= read;
        return left < 0 ? throw new PageTooLargeException() : read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
