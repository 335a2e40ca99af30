using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dateline.Fetcher.Uploads;

namespace Dateline.Fetcher.Inbox;

/// <summary>
/// What became of every item of a dropped file, written as it happens, a line for each: a file of a million items takes no more
/// memory than one of a single item. Until the end it is hidden beside the file.
/// </summary>
internal sealed class InboxReceipt : IDisposable
{
    private static readonly JsonSerializerOptions Names = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> fates = new(StringComparer.Ordinal);
    private readonly StreamWriter text;
    private bool begun;

    public InboxReceipt(string path, string fileName)
    {
        text = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None)) { NewLine = "\n" };
        text.WriteLine("{");
        text.WriteLine($"  \"file\": {JsonSerializer.Serialize(fileName, Names)},");
        text.Write("  \"items\": [");
    }

    /// <summary>At least one item was taken, or was known.</summary>
    public bool AnyTaken => counts.Keys.Any(status => status is not ("refused" or "skipped"));

    /// <summary>The document that was added last; it is the last to have an end, mostly.</summary>
    public Guid? LastDocument { get; private set; }

    public void Add(IEnumerable<UploadReceipt> items)
    {
        foreach (var item in items)
            Add(ReceiptItem.Of(item));
        text.Flush();
    }

    public void Add(ReceiptItem item)
    {
        counts[item.Status] = counts.GetValueOrDefault(item.Status) + 1;
        if (item.Fate is not null)
            fates[item.Fate] = fates.GetValueOrDefault(item.Fate) + 1;
        LastDocument = item.DocumentId ?? LastDocument;
        text.WriteLine(begun ? "," : "");
        text.Write($"    {item}");
        begun = true;
    }

    /// <param name="settledAt">When the ends of all documents in it were looked up.</param>
    public void Finish(DateTimeOffset? settledAt = null)
    {
        text.WriteLine();
        text.WriteLine("  ],");
        if (settledAt is { } at)
        {
            text.WriteLine($"  \"fates\": {JsonSerializer.Serialize(fates)},");
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  \"settledAt\": \"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\","));
        }

        text.WriteLine($"  \"counts\": {JsonSerializer.Serialize(counts)}");
        text.WriteLine("}");
        text.Flush();
    }

    public void Dispose() => text.Dispose();
}
