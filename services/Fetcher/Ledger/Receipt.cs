namespace Dateline.Fetcher.Ledger;

/// <summary>Proof that a document was accepted: it can no longer be lost.</summary>
/// <param name="Repeated">It had been accepted before under the same key; nothing was added.</param>
public sealed record Receipt(Guid DocumentId, string TraceId, bool Repeated);
