using System.Text.Encodings.Web;
using System.Text.Json;
using Dateline.Fetcher.Uploads;

namespace Dateline.Fetcher.Inbox;

/// <summary>
/// What became of every item of a dropped file, written as it happens: a file of a million items takes no more memory than one of
/// a single item. Until the end it is hidden beside the file.
/// </summary>
internal sealed class InboxReceipt : IDisposable
{
    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly FileStream stream;
    private readonly Utf8JsonWriter json;

    public InboxReceipt(string path, string fileName)
    {
        stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        json = new Utf8JsonWriter(stream, Format);
        json.WriteStartObject();
        json.WriteString("file", fileName);
        json.WriteStartArray("items");
    }

    /// <summary>At least one item was taken, or was known.</summary>
    public bool AnyTaken => counts.Keys.Any(status => status is not ("refused" or "skipped"));

    public IReadOnlyDictionary<string, int> Counts => counts;

    public void Add(IEnumerable<UploadReceipt> items)
    {
        foreach (var item in items)
        {
            counts[item.Status] = counts.GetValueOrDefault(item.Status) + 1;
            Write(item);
        }

        json.Flush();
    }

    public void Finish()
    {
        json.WriteEndArray();
        json.WriteStartObject("counts");
        foreach (var (status, count) in counts)
            json.WriteNumber(status, count);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }

    private void Write(UploadReceipt item)
    {
        json.WriteStartObject();
        json.WriteString("name", item.Name);
        json.WriteString("status", item.Status);
        if (item.Url is not null)
            json.WriteString("url", item.Url);
        if (item.DocumentId is { } id)
            json.WriteString("documentId", id);
        if (item.TraceId is not null)
            json.WriteString("traceId", item.TraceId);
        if (item.Location is not null)
            json.WriteString("location", item.Location);
        if (item.Problem is not null)
            json.WriteString("problem", item.Problem);
        json.WriteEndObject();
    }

    public void Dispose()
    {
        json.Dispose();
        stream.Dispose();
    }
}
