namespace Dateline.Fetcher.Files;

/// <summary>A request that its caller made safe to repeat.</summary>
/// <param name="Key">As the caller gave it.</param>
/// <param name="Fingerprint">Tells a repetition from something else under the same key.</param>
public sealed record RepeatableRequest(string Key, string Fingerprint);
