namespace Dateline.Fetcher.Ledger;

/// <summary>Remembers that a thing was accepted, so that a repeated request or a file found again after a crash is answered, not accepted anew.</summary>
public sealed class AcceptedOnce
{
    /// <summary>The caller's name for the thing: an idempotency key with the item's number, or an inbox file with its time.</summary>
    public required string Key { get; init; }

    /// <summary>Of what was sent, to tell a repetition from another request under the same key.</summary>
    public required string Fingerprint { get; init; }

    public required Guid DocumentId { get; init; }

    public required DateTime At { get; init; }
}
