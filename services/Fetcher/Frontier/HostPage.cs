namespace Dateline.Fetcher.Frontier;

/// <summary>A page of hosts, by name. <paramref name="Next"/> is the cursor of the following one, null on the last.</summary>
public sealed record HostPage(IReadOnlyList<HostView> Items, string? Next);
