using Dateline.Contracts;
using Dateline.Query.Matching;

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
            Host = Uri.TryCreate(document.FinalUrl ?? document.Url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.IdnHost.ToLowerInvariant() : null,
            Authors = article.Authors,
            Tags = article.Tags,
            Entities = [.. enrichment.Entities.SelectMany(entity => new[] { entity.Canonical, entity.Text })],
            Places = [.. enrichment.Places.Select(place => place.Name)],
            Countries = [.. enrichment.Places.Select(place => place.Country).OfType<string>().Distinct(StringComparer.Ordinal)],
            Topics = [.. enrichment.Topics.SelectMany(topic => new[] { topic.Code, topic.Label })],
            Has = [.. Parts(article, enrichment)],
            PublishedAt = Moment.Of(article.Published?.Value),
            StoredAt = storedAt,
        };
    }

    private static string Primary(string language)
    {
        var end = language.IndexOfAny(['-', '_']);
        return CleanText.Of((end < 0 ? language : language[..end]).ToLowerInvariant());
    }

    private static IEnumerable<string> Parts(Article article, Enrichment enrichment)
    {
        if (article.Authors.Count > 0) yield return "author";
        if (article.Published is not null) yield return "date";
        if (article.Dateline is not null) yield return "dateline";
        if (enrichment.Entities.Count > 0) yield return "entity";
        if (article.Image is not null) yield return "image";
        if (enrichment.Places.Count > 0) yield return "place";
        if (enrichment.Quotes.Count > 0) yield return "quote";
        if (!string.IsNullOrEmpty(enrichment.Summary)) yield return "summary";
    }
}
