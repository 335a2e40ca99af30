namespace Dateline.Fetcher.Ledger;

/// <summary>How many documents are on their way again.</summary>
public sealed record ReplayAnswer(int Replayed);
