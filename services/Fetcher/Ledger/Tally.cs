namespace Dateline.Fetcher.Ledger;

/// <summary>
/// How many documents were accepted, and how many have each fate: changed in the transaction that changes the documents, so that the
/// accounting can be checked against the rows without counting them all.
/// </summary>
public sealed class Tally
{
    public const string Accepted = "accepted";

    /// <summary>"accepted" or a fate.</summary>
    public required string Name { get; init; }

    public long Count { get; set; }
}
