using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Uploads;

namespace Dateline.Fetcher.Inbox;

/// <summary>One item of a dropped file as its receipt lists it: what became of it at the door, and, once that is known, in the end.</summary>
internal sealed record ReceiptItem
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string? Name { get; init; }

    public required string Status { get; init; }

    public string? Url { get; init; }

    public Guid? DocumentId { get; init; }

    public string? TraceId { get; init; }

    public string? Location { get; init; }

    public string? Problem { get; init; }

    /// <summary>One of <see cref="Ledger.Fate"/>; null when it is no document, or none that has an end yet.</summary>
    public string? Fate { get; init; }

    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public Guid? ArticleId { get; init; }

    public static ReceiptItem Of(UploadReceipt item) => new()
    {
        Name = item.Name,
        Status = item.Status,
        Url = item.Url,
        DocumentId = item.DocumentId,
        TraceId = item.TraceId,
        Location = item.Location,
        Problem = item.Problem,
    };

    /// <summary>Null: this is no item of a receipt.</summary>
    public static ReceiptItem? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ReceiptItem>(line, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public ReceiptItem With(DocumentFate? end) => end is null ? this : this with { Fate = end.Fate, Reason = end.Reason, Detail = end.Detail, ArticleId = end.ArticleId };

    public override string ToString() => JsonSerializer.Serialize(this, Format);
}
