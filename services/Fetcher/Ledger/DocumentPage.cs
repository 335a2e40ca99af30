namespace Dateline.Fetcher.Ledger;

/// <summary>A page of documents, newest first. <paramref name="Next"/> is the cursor of the following one, null on the last.</summary>
public sealed record DocumentPage(IReadOnlyList<DocumentView> Items, string? Next);
