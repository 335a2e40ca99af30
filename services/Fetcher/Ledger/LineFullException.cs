namespace Dateline.Fetcher.Ledger;

/// <summary>Nothing more is accepted at the moment; the caller keeps what it has and comes back.</summary>
public sealed class LineFullException(int limit)
    : Exception($"The line holds {limit} unsettled documents, as many as it may. Try again when it has drained.")
{
    /// <summary>A full line drains some hundred documents a second.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
}
