using Dateline.Fetcher.Ledger;

namespace Dateline.Fetcher.Frontier;

/// <summary>There is something new to fetch.</summary>
public sealed class FrontierSignal : WorkSignal;
