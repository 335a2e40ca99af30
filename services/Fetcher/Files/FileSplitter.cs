using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace Dateline.Fetcher.Files;

/// <summary>
/// Takes the documents out of a file, one after the other, however they are packed: by content, not by name. A file that is one
/// document is its only item. A bad entry costs only itself; a bad archive what comes behind the damage.
/// </summary>
public sealed class FileSplitter(UnpackingOptions options)
{
    private readonly FieldMap fields = new(options.Fields);

    /// <param name="file">Must be able to seek.</param>
    /// <param name="name">Never a path.</param>
    /// <param name="said">What the names in this file mean, if somebody said so.</param>
    public IEnumerable<FileItem> Split(Stream file, string name, FieldMap? said = null)
    {
        var budget = new UnpackingBudget(options, file.Length, said?.Over(fields) ?? fields);
        using var items = Open(file, name, 0, budget).GetEnumerator();
        for (var count = 0; ; count++)
        {
            FileItem? item;
            try
            {
                item = items.MoveNext() ? items.Current : null;
                if (item is not null)
                    budget.TakeItem();
            }
            catch (UnpackingLimitException limit)
            {
                item = FileItem.Refused(name, limit.Message);
                budget = null;
            }
            catch (Exception damage) when (IsDamage(damage))
            {
                item = FileItem.Refused(name, $"The file is damaged{(count == 0 ? "" : $" after {count} items, which were taken")}: {damage.Message} Get it again, or repair it.");
                budget = null;
            }

            if (item is null && count == 0)
                item = FileItem.Refused(name, "There is no document in it: an empty archive or list, or one too damaged to find anything in. Get it again, or repair it.");
            else if (item is null)
                yield break;
            yield return item;
            if (budget is null)
                yield break;
        }
    }

    private static bool IsDamage(Exception exception) =>
        exception is InvalidDataException or EndOfStreamException or FormatException or NotSupportedException or ArgumentException or OverflowException or XmlException;

    /// <summary>Nothing is read, and nothing can fail, before the first item is asked for.</summary>
    private static IEnumerable<FileItem> Open(Stream stream, string name, int depth, UnpackingBudget budget)
    {
        foreach (var item in Items(stream, name, depth, budget))
            yield return item;
    }

    private static IEnumerable<FileItem> Items(Stream stream, string name, int depth, UnpackingBudget budget)
    {
        var source = new FileSource(stream);
        var shape = FileShapes.Of(source.Head(), name, budget.Fields);
        if (shape is FileShape.Zip or FileShape.Gzip or FileShape.Tar && depth > budget.Options.MaxDepth)
            return [FileItem.Refused(name, $"It lies deeper than {budget.Options.MaxDepth} archives within each other (Fetcher:Files:MaxDepth). Unpack it once and give what is in it.")];

        return shape switch
        {
            FileShape.Zip => Zip(stream, source, name, depth, budget),
            FileShape.Gzip => Gzip(source, name, depth, budget),
            FileShape.Tar => Inner(TarItems.Read(source.AsStream(), name, budget), depth, budget),
            FileShape.Warc => WarcItems.Read(source, name, budget),
            FileShape.Json => JsonItems.Read(source, name, budget),
            FileShape.Table => TableItems.Read(source, name, budget),
            FileShape.News => NewsItems.Read(source, name, budget),
            _ => Document(source, name, budget),
        };
    }

    private static IEnumerable<FileItem> Zip(Stream stream, FileSource source, string name, int depth, UnpackingBudget budget)
    {
        if (!stream.CanSeek)
        {
            if (source.ReadToEnd(budget.Options.MaxItemBytes) is not { } bytes)
                return [budget.TooLarge(name)];
            stream = new MemoryStream(bytes, writable: false);
        }

        stream.Position = 0;
        return ZipItems.IsDocument(stream, budget)
            ? Document(new FileSource(stream), name, budget)
            : Inner(ZipItems.Read(stream, name, budget), depth, budget);
    }

    private static IEnumerable<FileItem> Gzip(FileSource source, string name, int depth, UnpackingBudget budget)
    {
        using var packed = new GzipWitness(source.AsStream());
        using var unpacked = new CountedStream(new GZipStream(packed, CompressionMode.Decompress), budget);
        var inner = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        var ended = true;
        foreach (var item in Open(unpacked, inner, depth + 1, budget))
        {
            ended = item.Problem is null; // what is refused may be left before its end
            yield return item;
        }

        if (ended && source.AtEnd && packed.SawBreak(unpacked.Count))
            yield return FileItem.Refused(name, "The file breaks off. What it held until there was taken; get it again.");
    }

    /// <summary>An entry of an archive may itself hold many.</summary>
    private static IEnumerable<FileItem> Inner(IEnumerable<FileItem> entries, int depth, UnpackingBudget budget) =>
        entries.SelectMany(entry => entry.Problem is null && !entry.Bytes.IsEmpty
            ? Entry(entry, depth, budget)
            : [entry]);

    private static IEnumerable<FileItem> Entry(FileItem entry, int depth, UnpackingBudget budget)
    {
        using var items = Open(StreamOf(entry.Bytes), entry.Name, depth + 1, budget).GetEnumerator();
        while (true)
        {
            FileItem? item;
            var damaged = false;
            try
            {
                item = items.MoveNext() ? items.Current : null;
            }
            catch (Exception damage) when (IsDamage(damage))
            {
                item = FileItem.Refused(entry.Name, $"It is damaged: {damage.Message}");
                damaged = true;
            }

            if (item is null)
                yield break;
            yield return item;
            if (damaged)
                yield break;
        }
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var held)
        ? new MemoryStream(held.Array!, held.Offset, held.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private static IEnumerable<FileItem> Document(FileSource source, string name, UnpackingBudget budget) =>
        [source.ReadToEnd(budget.Options.MaxItemBytes, source.Length) is { } bytes ? new FileItem(name) { Bytes = bytes } : budget.TooLarge(name)];
}
