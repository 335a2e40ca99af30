namespace Dateline.Fetcher.Uploads;

/// <summary>The answer to an upload: one receipt per item, in the order they came.</summary>
public sealed record UploadReceipts(IReadOnlyList<UploadReceipt> Items);
