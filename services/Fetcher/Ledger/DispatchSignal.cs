namespace Dateline.Fetcher.Ledger;

/// <summary>There is something to send, or room on the line to send it.</summary>
public sealed class DispatchSignal : WorkSignal;
