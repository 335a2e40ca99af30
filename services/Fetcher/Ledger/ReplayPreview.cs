namespace Dateline.Fetcher.Ledger;

/// <summary>What a replay would send again: how many documents, and some of them, spread evenly from the oldest to the newest.</summary>
public sealed record ReplayPreview(int Selected, IReadOnlyList<ReplayCandidate> Sample);
