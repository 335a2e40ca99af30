using Dateline.Contracts;

namespace Dateline.Fetcher.Ledger;

/// <summary>The ways a document can end, as they stand in the ledger, in tallies and in REST.</summary>
public static class Fate
{
    public const string Stored = "stored";
    public const string Revised = "revised";
    public const string Unchanged = "unchanged";
    public const string Duplicate = "duplicate";
    public const string Rejected = "rejected";
    public const string Quarantined = "quarantined";

    /// <summary>What REST says of a document that has no fate yet.</summary>
    public const string InFlight = "in-flight";

    public static readonly IReadOnlyList<string> All = [Stored, Revised, Unchanged, Duplicate, Rejected, Quarantined];

    public static string Of(StoreOutcome outcome) => outcome switch
    {
        StoreOutcome.Unknown => throw new ArgumentException("Storage answered with an outcome that this fetcher does not know: update the fetcher.", nameof(outcome)),
        _ => WireEnumConverter<StoreOutcome>.Name(outcome),
    };
}
