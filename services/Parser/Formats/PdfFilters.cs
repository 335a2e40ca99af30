using System.Diagnostics;
using System.IO.Compression;
using Dateline.Parser.Html;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Dateline.Parser.Formats;

/// <summary>
/// The library's way to the bytes of every stream of a PDF file, with what it lacks: a bound on what they unpack to, on how often
/// that is asked for, and on the time it takes.
/// </summary>
internal sealed class PdfFilters(ParserOptions options, CancellationToken cancellationToken) : IFilterProvider
{
    /// <summary>A file of three hundred pages asks for some thousand streams.</summary>
    private const int MaxStreams = 50_000;

    /// <summary>Deflate cannot do better (zlib, technical details).</summary>
    private const int MaxDeflateRatio = 1032;

    private readonly ParserOptions limits = options;
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly IFilterProvider filters = DefaultFilterProvider.Instance;
    private long unpacked;
    private int streams;

    /// <summary>A bound was reached, even if the library made light of it.</summary>
    public bool Exceeded { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        Check();
        return Bounded(filters.GetFilters(dictionary));
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names)
    {
        Check();
        return Bounded(filters.GetNamedFilters(names));
    }

    public IReadOnlyList<IFilter> GetAllFilters() => filters.GetAllFilters();

    /// <exception cref="PageTooLargeException">A bound was reached.</exception>
    public void Check()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++streams > MaxStreams || Stopwatch.GetElapsedTime(started) > limits.MaxPdfTime)
            Stop();
    }

    private List<IFilter> Bounded(IReadOnlyList<IFilter> chain) => [.. chain.Select(filter => new Bound(filter, this))];

    private void Stop()
    {
        Exceeded = true;
        throw new PageTooLargeException();
    }

    private sealed class Bound(IFilter filter, PdfFilters owner) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var left = owner.limits.MaxUnpackedBytes - owner.unpacked;
            if (filter is FlateFilter && (long)input.Length * MaxDeflateRatio > left && Inflates(input, left))
                owner.Stop();
            if (filter is not FlateFilter && input.Length > left)
                owner.Stop();
            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            owner.unpacked += output.Length;
            if (owner.unpacked > owner.limits.MaxUnpackedBytes)
                owner.Stop();
            return output;
        }

        /// <summary>Whether it becomes more than so many bytes.</summary>
        private static bool Inflates(Memory<byte> input, long max)
        {
            using var inflate = new ZLibStream(new MemoryStream(input.ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[64 << 10];
            var total = 0L;
            try
            {
                while (total <= max && inflate.Read(buffer) is var read and > 0)
                    total += read;
            }
            catch (InvalidDataException)
            {
                // The library has its own way with damaged streams, and gets no more out of them.
            }

            return total > max;
        }
    }
}
