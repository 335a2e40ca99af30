namespace Dateline.Fetcher.Ledger;

/// <summary>What came in and what was settled within the last sixty seconds.</summary>
public sealed record LastMinute(long Accepted, long Settled);
