namespace Dateline.Fetcher.Ledger;

/// <summary>The same idempotency key came with something else.</summary>
public sealed class OnceKeyConflictException(string key)
    : Exception($"The key '{key}' was used before for something else. Send a new key for new content.");
