namespace Dateline.Dashboard.Clients;

/// <summary>All retention rules.</summary>
public sealed record RetentionList(IReadOnlyList<RetentionRule> Items);
