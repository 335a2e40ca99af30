using Dateline.Fetcher.Files;

namespace Dateline.Host.Ingesting;

/// <summary>
/// Takes files apart on this side, so that one of any size passes through a door that holds a few megabytes, and puts small ones
/// together, so that a hundred thousand of them are no hundred thousand requests.
/// </summary>
internal sealed class FileParts(FieldMap fields)
{
    private const int MaxItems = 64;
    private const int MaxBytes = 8 << 20;

    private readonly FileSplitter splitter = new(new UnpackingOptions { MaxItems = 100_000_000 });

    /// <summary>In order, and as they are asked for.</summary>
    public IEnumerable<FilePart> Read(IReadOnlyList<IngestItem> files)
    {
        var items = new List<FileItem>();
        var bytes = 0L;
        var (told, done) = (0.0, 0.0);
        foreach (var (item, progress) in files.SelectMany((file, i) => Items(file).Select(found => (found.Item, i + found.Share))))
        {
            done = progress;
            items.Add(item);
            bytes += item.Bytes.Length;
            if (items.Count < MaxItems && bytes < MaxBytes)
                continue;
            yield return new FilePart(items, done - told);
            (items, bytes, told) = ([], 0, done);
        }

        if (items.Count > 0 || told < files.Count)
            yield return new FilePart(items, files.Count - told);
    }

    private IEnumerable<(FileItem Item, double Share)> Items(IngestItem file)
    {
        FileStream stream;
        FileItem? unreadable = null;
        try
        {
            stream = new FileStream(file.Path!, FileMode.Open, FileAccess.Read);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            unreadable = FileItem.Refused(file.Name, exception.Message);
            stream = null!;
        }

        if (unreadable is not null)
        {
            yield return (unreadable, 0);
            yield break;
        }

        using (stream)
        {
            foreach (var item in splitter.Split(stream, file.Name, fields))
                yield return (item, stream.Length == 0 ? 0 : Math.Min(1.0, (double)stream.Position / stream.Length));
        }
    }
}
