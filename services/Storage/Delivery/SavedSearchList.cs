namespace Dateline.Storage.Delivery;

/// <summary>All saved searches, by name.</summary>
public sealed record SavedSearchList(IReadOnlyList<SavedSearch> Items);
