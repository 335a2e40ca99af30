using Dateline.Storage.Data;

namespace Dateline.Storage.Delivery;

/// <summary>A saved search with the addresses of its feeds.</summary>
public sealed record SavedSearch
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Query { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    /// <summary>The newest matches, by format: atom, rss, json.</summary>
    public required IReadOnlyDictionary<string, string> Feeds { get; init; }

    internal static SavedSearch Of(SavedSearchRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Query = row.Query,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Feeds = new[] { "atom", "rss", "json" }.ToDictionary(format => format, format => $"/v1/searches/{row.Id}/feed.{format}"),
    };
}
