namespace Dateline.Dashboard.Clients;

/// <summary>What was removed, newest first.</summary>
public sealed record RemovalLog(IReadOnlyList<Removal> Items);
