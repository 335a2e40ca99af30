namespace Dateline.Dashboard.Clients;

/// <summary>A search somebody wants to follow.</summary>
/// <param name="Feeds">Addresses of its newest matches, by format.</param>
/// <param name="OpenFeeds">The same without a key, for whoever knows the address; null when there are none.</param>
public sealed record SavedSearch(
    Guid Id, string Name, string Query, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, IReadOnlyDictionary<string, string> Feeds,
    IReadOnlyDictionary<string, string>? OpenFeeds = null);
