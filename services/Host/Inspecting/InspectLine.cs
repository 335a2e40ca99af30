using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dateline.Contracts;
using Dateline.Fetcher.Feeds;
using Dateline.Parser;

namespace Dateline.Host.Inspecting;

/// <summary>
/// The lines that <c>inspect</c> prints: a frozen contract with other people's programs, and therefore written out here and not
/// derived from our own types. Keys without a value are null or empty, never missing.
/// </summary>
internal static class InspectLine
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // UTF-8 as it is: it goes to programs, never into a page
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
    };

    public static byte[] OfArticle(InspectInput input, (Article Article, Enrichment? Enrichment) found, IReadOnlyList<FeedLink> feeds)
    {
        var (article, enrichment) = found;
        return Write(new
        {
            path = input.Path,
            id = input.Id,
            kind = "article",
            url = input.Url,
            title = article.Title,
            titleDerived = article.TitleDerived,
            authors = article.Authors,
            publishedAt = Moment(article.Published),
            publishedPrecision = article.Published is { } published ? WireEnumConverter<DatePrecision>.Name(published.Precision) : null,
            modifiedAt = Moment(article.Modified),
            language = enrichment?.Language ?? article.DeclaredLanguage,
            canonicalUrl = article.CanonicalUrl,
            siteName = article.SiteName,
            image = article.Image,
            tags = article.Tags,
            text = article.Text,
            blocks = article.Blocks.Select(block => new { kind = WireEnumConverter<BlockKind>.Name(block.Kind), text = block.Text }),
            dateline = article.Dateline is { } line ? new { place = line.Place, date = line.Date?.ToString("O", CultureInfo.InvariantCulture) ?? line.PartialDate, agency = line.Agency } : null,
            entities = (enrichment?.Entities ?? []).Select(entity => new { text = entity.Text, canonical = entity.Canonical, type = entity.Type, count = entity.Mentions.Count, mentions = entity.Mentions }),
            places = (enrichment?.Places ?? []).Select(place => new { name = place.Name, country = place.Country, lat = place.Latitude, lon = place.Longitude, count = place.Count }),
            keywords = (enrichment?.Keywords ?? []).Select(keyword => new { text = keyword.Text, score = keyword.Score }),
            topics = (enrichment?.Topics ?? []).Select(topic => new { code = topic.Code, label = topic.Label, score = topic.Score }),
            summary = enrichment?.Summary,
            quotes = (enrichment?.Quotes ?? []).Select(quote => new { text = quote.Text, speaker = quote.Speaker }),
            sentiment = enrichment?.Sentiment is { } score ? new { score } : null,
            fingerprint = enrichment?.Fingerprints.Exact,
            warnings = article.Warnings,
            feeds = feeds.Count > 0 ? feeds : null,
        });
    }

    public static byte[] OfFeed(InspectInput input, Feed feed) => Write(new
    {
        path = input.Path,
        kind = "feed",
        format = feed.Format.ToString().ToLowerInvariant(),
        feed = new
        {
            title = feed.TitleHtml ?? feed.Title,
            link = feed.Link,
            language = feed.Language,
            updatedAt = Moment(feed.UpdatedAt),
            id = feed.Id,
            publishedAt = Moment(feed.PublishedAt),
            subtitle = feed.Subtitle,
            rights = feed.Rights,
            imageUrl = feed.ImageUrl,
            authors = People(feed.Authors),
            categories = Categories(feed.Categories),
            ttl = feed.Rhythm.Ttl?.TotalMinutes,
            selfUrl = feed.SelfUrl,
            hubs = feed.Hubs,
        },
        entries = feed.Entries.Select(entry => new
        {
            id = entry.Id,
            title = entry.TitleHtml ?? entry.Title,
            link = entry.Link,
            authors = People(entry.Authors),
            publishedAt = Moment(entry.PublishedAt),
            updatedAt = Moment(entry.UpdatedAt),
            summary = entry.Summary,
            contentHtml = entry.ContentHtml,
            categories = Categories(entry.Categories),
            enclosures = entry.Enclosures.Select(enclosure => new { url = enclosure.Url, type = enclosure.Type, length = enclosure.Length }),
            language = entry.Language,
            imageUrl = entry.ImageUrl,
            comments = entry.Comments,
            rights = entry.Rights,
            sourceTitle = entry.SourceTitle,
            sourceUrl = entry.SourceUrl,
        }),
        warnings = feed.Warnings,
    });

    public static byte[] OfRejection(InspectInput input, string reason, string detail, IReadOnlyList<FeedLink> feeds) =>
        Write(new { path = input.Path, id = input.Id, kind = "rejected", reason, detail, feeds = feeds.Count > 0 ? feeds : null });

    private static byte[] Write<T>(T line) => JsonSerializer.SerializeToUtf8Bytes(line, Options);

    /// <summary>"feeds" stands only where a page has some, "id" and "path" only where the input had them.</summary>
    private static void LeaveOut(JsonTypeInfo line)
    {
        if (!line.Properties.Any(property => property.Name == "path"))
            return;
        foreach (var property in line.Properties.Where(property => property.Name is "feeds" or "id" or "path"))
            property.ShouldSerialize = static (_, value) => value is not null;
    }

    private static IEnumerable<object> People(IEnumerable<FeedPerson> people) =>
        people.Select(person => new { name = person.Name, email = person.Email, url = person.Url });

    private static IEnumerable<object> Categories(IEnumerable<FeedCategory> categories) =>
        categories.Select(category => new { name = category.Name, scheme = category.Scheme, label = category.Label });

    private static string? Moment(DateEvidence? date) => date is null ? null : Moment(date.Value);

    private static string? Moment(DateTimeOffset? moment) => moment is { } at
        ? at.Offset == TimeSpan.Zero
            ? at.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture)
            : at.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)
        : null;
}
