namespace Dateline.Fetcher.Files;

/// <summary>One value as it was written.</summary>
/// <param name="Bytes">Null: it is too large.</param>
/// <param name="Complete">False: the file ends in the middle of it.</param>
internal readonly record struct JsonValueBytes(byte[]? Bytes, bool Complete);
