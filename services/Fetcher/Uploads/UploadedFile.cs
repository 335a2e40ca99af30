namespace Dateline.Fetcher.Uploads;

/// <summary>One file of a request.</summary>
/// <param name="FetchedAt">When a crawler got it; null when nobody said so.</param>
public sealed record UploadedFile(string? Name, string? MediaType, string? Charset, string? Url, DateTimeOffset? FetchedAt, ReadOnlyMemory<byte> Bytes);
