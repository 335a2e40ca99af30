using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Dateline.Fetcher.Files;

namespace Dateline.Fetcher.Tests.Files;

/// <summary>Packs what a test wants to be taken apart, and takes it apart.</summary>
internal static class Packed
{
    public const string Story = "The harbour board of Lakeside has voted to lengthen the northern breakwater by forty metres, ending a long dispute in the town.";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Tar(params TarEntry[] entries)
    {
        var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var entry in entries)
                tar.WriteEntry(entry);
        }

        return stream.ToArray();
    }

    public static TarEntry TarFile(string name, string text) =>
        new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Bytes(text)) };

    public static byte[] Gzip(params byte[][] members)
    {
        var stream = new MemoryStream();
        foreach (var member in members)
        {
            using var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(member);
        }

        return stream.ToArray();
    }

    public static byte[] WarcRecord(string type, string url, string block, string contentType = "application/http; msgtype=response") => Bytes(
        $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-12T18:40:00Z\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(block)}\r\n\r\n{block}\r\n\r\n");

    public static List<FileItem> Split(byte[] bytes, string name, UnpackingOptions? options = null) =>
        [.. new FileSplitter(options ?? new UnpackingOptions()).Split(new MemoryStream(bytes), name)];

    public static string Text(FileItem item) => Encoding.UTF8.GetString(item.Bytes.Span);
}
