using Dateline.Content;

namespace Dateline.Fetcher.Files;

/// <summary>Counts what a decompressor gives, so that a bomb ends when it has shown what it is.</summary>
internal sealed class CountedStream(Stream inner, UnpackingBudget budget) : ForwardStream
{
    /// <summary>How many bytes it gave.</summary>
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.TakeBytes(read);
        Count += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
