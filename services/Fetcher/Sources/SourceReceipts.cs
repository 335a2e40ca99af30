namespace Dateline.Fetcher.Sources;

/// <summary>The receipts of a subscription list, in its order.</summary>
public sealed record SourceReceipts(IReadOnlyList<SourceReceipt> Items);
