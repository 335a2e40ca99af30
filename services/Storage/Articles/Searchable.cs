using System.Text.Json;
using Dateline.Contracts;
using Dateline.Query.Matching;
using Dateline.Storage.Data;

namespace Dateline.Storage.Articles;

/// <summary>Says what of an enriched article can be searched.</summary>
internal static class Searchable
{
    public static SearchableArticle Of(ArticleEnriched message, string text, DateTime storedAt)
    {
        var (document, article, enrichment) = (message.Document, message.Article, message.Enrichment);
        return new SearchableArticle
        {
            Title = article.Title ?? "",
            Text = text,
            Language = Primary(enrichment.Language),
            SourceId = document.SourceId,
            SourceTitle = document.SourceTitle,
            SiteName = article.SiteName,
            Host = Host(document.FinalUrl ?? document.Url ?? article.CanonicalUrl),
            Authors = article.Authors,
            Tags = article.Tags,
            Entities = Entities(enrichment),
            Places = [.. enrichment.Places.Select(place => place.Name)],
            Countries = Countries(enrichment),
            Topics = Topics(enrichment),
            Has = [.. Parts(
                article.Authors.Count > 0, article.Published is not null, article.Dateline is not null, article.Image is not null,
                !string.IsNullOrEmpty(enrichment.Summary), enrichment)],
            PublishedAt = Moment.Of(article.Published?.Value),
            StoredAt = storedAt,
        };
    }

    /// <summary>Of an article as it is stored.</summary>
    public static SearchableArticle Of(ArticleRow row)
    {
        var enrichment = JsonSerializer.Deserialize<Enrichment>(row.Enrichment, ArchiveJson.Options)!;
        var details = JsonSerializer.Deserialize<ArticleDetails>(row.Details, ArchiveJson.Options)!;
        return new SearchableArticle
        {
            Title = row.Title ?? "",
            Text = row.Text,
            Language = row.Language,
            SourceId = row.SourceId,
            SourceTitle = row.SourceTitle,
            SiteName = row.SiteName,
            Host = row.Host,
            Authors = row.Authors,
            Tags = row.Tags,
            Entities = Entities(enrichment),
            Places = [.. enrichment.Places.Select(place => place.Name)],
            Countries = Countries(enrichment),
            Topics = Topics(enrichment),
            Has = [.. Parts(row.Authors.Count > 0, row.PublishedAt is not null, details.Dateline is not null, row.Image is not null, !string.IsNullOrEmpty(row.Summary), enrichment)],
            PublishedAt = row.PublishedAt,
            StoredAt = row.FirstStoredAt,
        };
    }

    private static string[] Entities(Enrichment enrichment) => [.. enrichment.Entities.SelectMany(entity => new[] { entity.Canonical, entity.Text })];

    private static string[] Countries(Enrichment enrichment) => [.. enrichment.Places.Select(place => place.Country).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string[] Topics(Enrichment enrichment) => [.. enrichment.Topics.SelectMany(topic => new[] { topic.Code, topic.Label })];

    private static string? Host(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.IdnHost.ToLowerInvariant() : null;

    private static string Primary(string language)
    {
        var end = language.IndexOfAny(['-', '_']);
        return CleanText.Of((end < 0 ? language : language[..end]).ToLowerInvariant());
    }

    private static IEnumerable<string> Parts(bool author, bool date, bool dateline, bool image, bool summary, Enrichment enrichment)
    {
        if (author) yield return "author";
        if (date) yield return "date";
        if (dateline) yield return "dateline";
        if (enrichment.Entities.Count > 0) yield return "entity";
        if (image) yield return "image";
        if (enrichment.Places.Count > 0) yield return "place";
        if (enrichment.Quotes.Count > 0) yield return "quote";
        if (summary) yield return "summary";
    }
}
