using System.Globalization;
using System.Runtime.InteropServices;
using Dateline.Fetcher.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Uploads;

/// <summary>Takes the documents out of a request's files, as many as can be held in memory and accepted together.</summary>
public sealed class UploadUnpacker(FileSplitter splitter, IOptions<UploadOptions> options)
{
    /// <exception cref="BadHttpRequestException">There are too many or too much, with what to do.</exception>
    public IReadOnlyList<FileItem> Unpack(IReadOnlyList<UploadedFile> files, FieldMap fields)
    {
        var items = new List<FileItem>();
        var bytes = 0L;
        foreach (var item in files.SelectMany(file => Unpack(file, fields)))
        {
            items.Add(item);
            bytes += item.Bytes.Length;
            if (items.Count > options.Value.MaxItems)
                throw TooMuch($"more than {options.Value.MaxItems} documents (Fetcher:Uploads:MaxItems)");
            if (bytes > options.Value.MaxRequestBytes)
                throw TooMuch(string.Create(CultureInfo.InvariantCulture, $"more than {options.Value.MaxRequestBytes >> 20} MiB when unpacked (Fetcher:Uploads:MaxRequestBytes)"));
        }

        return items;
    }

    private IEnumerable<FileItem> Unpack(UploadedFile file, FieldMap fields)
    {
        if (file.Bytes.IsEmpty)
            return [Described(new FileItem(file.Name ?? ""), file)];
        var bytes = MemoryMarshal.TryGetArray(file.Bytes, out var segment) ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false) : new MemoryStream(file.Bytes.ToArray());
        var name = file.Name ?? "";
        return splitter.Split(bytes, name, fields).Select(item => item.Name == name ? Described(item, file) : item);
    }

    /// <summary>What the request says of a file is about a document only if the file is that document.</summary>
    private static FileItem Described(FileItem item, UploadedFile file) =>
        item with { MediaType = file.MediaType, Charset = file.Charset, Url = file.Url, FetchedAt = file.FetchedAt };

    private static BadHttpRequestException TooMuch(string what) =>
        new($"The request holds {what}. Drop the file into the inbox, or use dateline ingest: both take files of any size.", StatusCodes.Status413PayloadTooLarge);
}
