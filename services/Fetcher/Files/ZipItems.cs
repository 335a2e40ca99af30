using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace Dateline.Fetcher.Files;

/// <summary>Takes the entries out of a zip archive.</summary>
internal static class ZipItems
{
    private const int LinkMode = 0xA000;
    private const int TypeMask = 0xF000;
    private const int EndBytes = 22;

    /// <summary>Of a directory record without its name; archives in use have names of some 60 bytes and as much on top.</summary>
    private const int RecordBytes = 160;

    /// <summary>Word, OpenDocument and EPUB files are zip archives that are one document.</summary>
    public static bool IsDocument(Stream stream, UnpackingBudget budget)
    {
        CheckDirectory(stream, budget);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var document = archive.GetEntry("[Content_Types].xml") is not null || archive.GetEntry("mimetype") is not null;
        stream.Position = 0;
        return document;
    }

    public static IEnumerable<FileItem> Read(Stream stream, string name, UnpackingBudget budget)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.EndsWith('/') || EntryName.IsClutter(entry.FullName))
                continue;

            var shown = EntryName.In(name, entry.FullName);
            var mode = (entry.ExternalAttributes >> 16) & TypeMask;
            yield return EntryName.Problem(entry.FullName) is { } problem ? FileItem.Refused(shown, problem)
                : mode == LinkMode ? FileItem.Refused(shown, "It is a link, and links are not followed. Pack the file itself.")
                : entry.IsEncrypted ? FileItem.Refused(shown, "It is encrypted. Unpack it and give what is in it.")
                : Unpacked(entry, shown, budget);
        }
    }

    private static FileItem Unpacked(ZipArchiveEntry entry, string shown, UnpackingBudget budget)
    {
        if (entry.Length > budget.Options.MaxItemBytes)
            return budget.TooLarge(shown);

        try
        {
            using var content = new CountedStream(entry.Open(), budget);
            return new FileSource(content).ReadToEnd(budget.Options.MaxItemBytes, Math.Min(entry.Length, entry.CompressedLength * budget.Options.MaxRatio)) is { } bytes
                ? new FileItem(shown) { Bytes = bytes }
                : budget.TooLarge(shown);
        }
        catch (InvalidDataException damage)
        {
            return FileItem.Refused(shown, $"It is damaged: {damage.Message}");
        }
    }

    /// <summary>The directory is read into memory at once: how much that is has to be known before.</summary>
    private static void CheckDirectory(Stream stream, UnpackingBudget budget)
    {
        var tail = new byte[Math.Min(stream.Length, EndBytes + ushort.MaxValue)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        stream.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndBytes > tail.Length)
            return; // the reader says so in its own words

        var count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        long directory = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (directory == uint.MaxValue || count == ushort.MaxValue)
            directory = Zip64Directory(stream, tail, end) ?? directory;
        var bytes = stream.Length - directory;
        if (bytes / RecordBytes > budget.Options.MaxItems)
            throw new UnpackingLimitException(string.Create(CultureInfo.InvariantCulture,
                $"The archive lists far more than {budget.Options.MaxItems} entries. Split it, or raise Fetcher:Files:MaxItems."));
    }

    private static long? Zip64Directory(Stream stream, byte[] tail, int end)
    {
        if (end < 20 || !tail.AsSpan(end - 20).StartsWith("PK\x06\x07"u8))
            return null;

        var at = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(end - 12));
        if (at < 0 || at > stream.Length - 56)
            return null;
        var record = new byte[56];
        stream.Position = at;
        stream.ReadExactly(record);
        stream.Position = 0;
        return BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48));
    }
}
