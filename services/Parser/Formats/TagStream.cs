using Dateline.Content;
using Dateline.Parser.Html;

namespace Dateline.Parser.Formats;

/// <summary>Ends the reading of XML at an element whose attributes have no end: looking for one that comes twice costs the square of their number.</summary>
internal sealed class TagStream(Stream inner) : ForwardStream
{
    /// <summary>The first element of a Word document, with all its namespaces, has some 3 000.</summary>
    public const int MaxBytes = 64 << 10;

    private int inTag = -1;

    /// <exception cref="PageTooLargeException">An element is too long.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        for (var rest = buffer[..read]; !rest.IsEmpty;)
        {
            var mark = rest.IndexOf(inTag < 0 ? (byte)'<' : (byte)'>');
            if (inTag >= 0 && (inTag += mark < 0 ? rest.Length : mark) > MaxBytes)
                throw new PageTooLargeException();
            if (mark < 0)
                break;
            inTag = inTag < 0 ? 0 : -1;
            rest = rest[(mark + 1)..];
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
