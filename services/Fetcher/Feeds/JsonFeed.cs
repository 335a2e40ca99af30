using System.Text.Json;

namespace Dateline.Fetcher.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    public static Feed? Read(string text, string? baseUrl, FeedOptions options, List<string> warnings)
    {
        try
        {
            using var document = JsonDocument.Parse(text.AsMemory().TrimStart("\ufeff \t\r\n\0".AsSpan()), Lenient);
            return IsFeed(document.RootElement) ? Map(new JsonFields(document.RootElement), baseUrl, options, warnings) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsFeed(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
        && (root.TryGetProperty("version", out _) || root.TryGetProperty("feed_url", out _) || root.TryGetProperty("title", out _));

    private static Feed Map(JsonFields feed, string? baseUrl, FeedOptions options, List<string> warnings)
    {
        var site = feed.Url("home_page_url", Uri.TryCreate(baseUrl, UriKind.Absolute, out var transport) ? transport : null);
        var self = feed.Url("feed_url", transport);
        Uri.TryCreate(baseUrl ?? site ?? self, UriKind.Absolute, out var origin);
        var authors = feed.People(origin);
        var items = feed.Items("items").Take(options.MaxEntries + 1).ToList();
        if (items.Count > options.MaxEntries)
            warnings.Add($"Only the first {options.MaxEntries} entries were read.");

        return new Feed
        {
            Format = FeedFormat.Json,
            Id = feed.Text("feed_url"),
            Title = PlainText.Of(feed.Text("title")),
            Link = site ?? self,
            SelfUrl = self,
            Language = feed.Text("language"),
            Subtitle = feed.Text("description"),
            ImageUrl = feed.Url("icon", origin) ?? feed.Url("favicon", origin),
            Authors = authors,
            Hubs = [.. feed.Items("hubs").Select(hub => hub.Url("url", origin)).OfType<string>()],
            Entries = [.. items.Take(options.MaxEntries).Select(item => Entry(item, origin, authors))],
            Warnings = warnings,
        };
    }

    private static FeedEntry Entry(JsonFields item, Uri? origin, IReadOnlyList<FeedPerson> feedAuthors)
    {
        var people = item.People(origin);
        var text = item.Text("content_text");
        var html = item.Text("content_html") ?? (text is null ? null : InnerMarkup.Escape(text));
        return new FeedEntry
        {
            Id = item.Text("id"),
            Title = PlainText.Of(item.Text("title")),
            Link = item.Url("url", origin) ?? item.Url("external_url", origin) ?? (item.Text("id") is { } id && FeedUrls.IsWeb(id) ? id : null),
            Authors = people.Count > 0 ? people : feedAuthors,
            PublishedAt = FeedDate.Parse(item.Text("date_published")),
            UpdatedAt = FeedDate.Parse(item.Text("date_modified")),
            Summary = item.Text("summary"),
            ContentHtml = html is null ? null : HtmlUrls.Absolute(html, origin),
            Categories = [.. item.Texts("tags").Select(tag => new FeedCategory(tag))],
            Enclosures = [.. item.Items("attachments").Select(file => Enclosure(file, origin)).OfType<FeedEnclosure>()],
            Language = item.Text("language"),
            ImageUrl = item.Url("image", origin) ?? item.Url("banner_image", origin),
        };
    }

    private static FeedEnclosure? Enclosure(JsonFields file, Uri? origin) =>
        file.Url("url", origin) is { } url ? new FeedEnclosure(url, file.Text("mime_type"), file.Number("size_in_bytes")) : null;
}
