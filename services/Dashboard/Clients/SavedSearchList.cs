namespace Dateline.Dashboard.Clients;

/// <summary>All saved searches.</summary>
public sealed record SavedSearchList(IReadOnlyList<SavedSearch> Items);
