using System.Text.Json;
using Dateline.Contracts;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;

namespace Dateline.Storage.Search;

/// <summary>An article as it is handed on: whole, without what only explains it.</summary>
public sealed record ArticleRecord
{
    public required Guid Id { get; init; }

    public string? Url { get; init; }

    public string? CanonicalUrl { get; init; }

    public string? Title { get; init; }

    public string? Summary { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>ISO 639; "und" when it could not be told.</summary>
    public required string Language { get; init; }

    public string? SiteName { get; init; }

    public Guid? SourceId { get; init; }

    public string? SourceTitle { get; init; }

    public DateTime? PublishedAt { get; init; }

    /// <summary>How exactly the date is known: year, month, day, minute, second.</summary>
    public string? PublishedPrecision { get; init; }

    public DateTime? ModifiedAt { get; init; }

    public required DateTime FirstStoredAt { get; init; }

    public required DateTime StoredAt { get; init; }

    public required int Revision { get; init; }

    public string? Image { get; init; }

    public required int WordCount { get; init; }

    public required IReadOnlyList<Entity> Entities { get; init; }

    public required IReadOnlyList<Place> Places { get; init; }

    public required IReadOnlyList<Keyword> Keywords { get; init; }

    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>The article that had this text first.</summary>
    public Guid? DuplicateOf { get; init; }

    /// <summary>The event it reports: /v1/stories/{id}, or story:ID in a query.</summary>
    public required Guid StoryId { get; init; }

    public string? TraceId { get; init; }

    internal static ArticleRecord Of(ArticleRow row)
    {
        var enrichment = JsonSerializer.Deserialize<Enrichment>(row.Enrichment, ArchiveJson.Options)!;
        return new ArticleRecord
        {
            Id = row.Id,
            Url = row.Url,
            CanonicalUrl = row.CanonicalUrl,
            Title = row.Title,
            Summary = row.Summary,
            Text = row.Text,
            Authors = row.Authors,
            Tags = row.Tags,
            Language = row.Language,
            SiteName = row.SiteName,
            SourceId = row.SourceId,
            SourceTitle = row.SourceTitle,
            PublishedAt = row.PublishedAt,
            PublishedPrecision = row.PublishedPrecision,
            ModifiedAt = row.ModifiedAt,
            FirstStoredAt = row.FirstStoredAt,
            StoredAt = row.StoredAt,
            Revision = row.Revision,
            Image = row.Image,
            WordCount = row.WordCount,
            Entities = enrichment.Entities,
            Places = enrichment.Places,
            Keywords = enrichment.Keywords,
            Topics = enrichment.Topics,
            DuplicateOf = row.DuplicateOf,
            StoryId = row.StoryId,
            TraceId = row.TraceId,
        };
    }
}
