namespace Dateline.Dashboard.Clients;

/// <summary>A part of a list. <paramref name="Next"/> is the cursor of the following part, null on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
