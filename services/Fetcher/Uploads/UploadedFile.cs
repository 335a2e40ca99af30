namespace Dateline.Fetcher.Uploads;

/// <summary>One file of a request.</summary>
public sealed record UploadedFile(string? Name, string? MediaType, string? Charset, string? Url, ReadOnlyMemory<byte> Bytes);
