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

    /// <summary>The same for feed readers, which can send no key: whoever knows the address may read. Null when it was revoked.</summary>
    public IReadOnlyDictionary<string, string>? OpenFeeds { get; init; }

    private static readonly string[] Formats = ["atom", "rss", "json"];

    internal static SavedSearch Of(SavedSearchRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Query = row.Query,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Feeds = Formats.ToDictionary(format => format, format => $"/v1/searches/{row.Id}/feed.{format}"),
        OpenFeeds = row.FeedToken is { } token ? Formats.ToDictionary(format => format, format => $"/v1/feeds/{token}.{format}") : null,
    };
}
