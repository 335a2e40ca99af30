namespace Dateline.Fetcher.Frontier;

/// <summary>A page of targets, newest first. <paramref name="Next"/> is the cursor of the following one, null on the last.</summary>
public sealed record TargetPage(IReadOnlyList<TargetView> Items, string? Next);
