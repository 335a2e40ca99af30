namespace Dateline.Fetcher.Uploads;

/// <summary>Files whose receipts are asked for.</summary>
public sealed record KnownFiles(IReadOnlyList<KnownFile> Files);
