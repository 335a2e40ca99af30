using System.Text.Json;
using Dateline.Contracts;
using Dateline.Parser.Dates;
using Dateline.Parser.Metadata;
using Dateline.Parser.Text;

namespace Dateline.Parser.Formats;

/// <summary>Reads the JSON shapes of news: schema.org articles, ninjs, and plain objects with a title and a text.</summary>
internal sealed class JsonReader(ParserOptions options, HtmlReader html)
{
    private static readonly string[] Titles = ["headline", "title", "name", "headLine", "headline_main"];
    private static readonly string[] Bodies = ["articleBody", "body_text", "text", "body", "content", "content_text", "bodyText", "article", "fulltext", "full_text", "maintext", "story"];
    private static readonly string[] HtmlBodies = ["body_html", "body_xhtml", "content_html", "html", "bodyHtml"];
    private static readonly string[] PublishedNames = ["datePublished", "published", "publishedAt", "published_at", "pubDate", "pub_date", "date_published", "firstcreated", "firstCreated", "versioncreated", "date_publish", "date", "dateCreated", "created_at"];
    private static readonly string[] ModifiedNames = ["dateModified", "modified", "modifiedAt", "updated", "updatedAt", "updated_at", "date_modified", "contentmodified"];

    public Reading Read(string text, string? url, CancellationToken cancellationToken)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = options.MaxJsonDepth });
        }
        catch (JsonException broken)
        {
            return broken.Message.Contains("depth", StringComparison.OrdinalIgnoreCase)
                ? Reading.None(RejectionReason.TooLarge, $"The JSON is nested deeper than Parser:MaxJsonDepth allows ({options.MaxJsonDepth}).")
                : Reading.None(RejectionReason.Malformed, $"The JSON breaks off at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine}. Several objects must be given one by one.");
        }

        using (document)
            return Root(document.RootElement, url, cancellationToken);
    }

    private Reading Root(JsonElement root, string? url, CancellationToken cancellationToken)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            var count = root.GetArrayLength();
            return count == 1
                ? Root(root[0], url, cancellationToken)
                : Reading.None(count == 0 ? RejectionReason.Empty : RejectionReason.NotAnArticle, $"The JSON is a list of {count} items. Give each as a document of its own.");
        }

        if (root.ValueKind != JsonValueKind.Object)
            return Reading.None(RejectionReason.NotAnArticle, "The JSON is a single value. Give an object with a title and a text.");
        if (JsonFields.Text(root, "version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true)
            return Reading.None(RejectionReason.Feed, "This is a JSON feed, which lists articles. Add it as a source: the fetcher reads feeds.");

        var node = Article(root);
        var draft = Describe(node, url);
        AddBody(node, draft, cancellationToken);
        return draft.Blocks.Count > 0
            ? Reading.Of(draft)
            : Reading.None(RejectionReason.NotAnArticle, $"The JSON has no text in any of the fields {string.Join(", ", Bodies.Take(5))} or {string.Join(", ", HtmlBodies.Take(3))}. Name its text so.");
    }

    /// <summary>The object itself, the article in its graph, or the one object it wraps.</summary>
    private static JsonElement Article(JsonElement root)
    {
        if (JsonLd.Find([root.GetRawText()]).Article is { } article)
            return article;

        foreach (var name in new[] { "article", "data", "item", "story", "document" })
        {
            if (JsonFields.TryGet(root, name, out var inner) && inner.ValueKind == JsonValueKind.Object)
                return inner;
        }

        return root;
    }

    private static Draft Describe(JsonElement node, string? url)
    {
        var draft = new Draft
        {
            Title = JsonFields.Text(node, Titles),
            Language = PageMetadata.Language(JsonFields.Text(node, "inLanguage", "language", "lang")),
            SiteName = JsonFields.Text(node, "publisher", "siteName", "site_name", "source"),
            CanonicalUrl = Addresses.Absolute(JsonFields.Address(node, "mainEntityOfPage") ?? JsonFields.Address(node, "url") ?? JsonFields.Text(node, "canonicalUrl", "canonical_url", "link", "permalink"), url),
        };
        draft.Image = Addresses.Absolute(JsonFields.Address(node, "image") ?? JsonFields.Text(node, "imageUrl", "image_url"), draft.CanonicalUrl ?? url);
        foreach (var name in new[] { "author", "authors", "creator", "byline" })
        {
            if (draft.Authors.Count == 0)
                draft.Authors.AddRange(JsonFields.Texts(node, name).SelectMany(Bylines.Names));
        }

        foreach (var name in new[] { "keywords", "tags", "articleSection", "subject", "categories" })
            draft.Tags.AddRange(JsonFields.Texts(node, name).SelectMany(tag => tag.Split(',')).Select(tag => tag.Trim()).Where(tag => tag.Length is > 1 and <= 60));

        var source = JsonLd.IsArticle(node) ? "json-ld" : "document";
        AddDate(draft.Published, node, PublishedNames, source, draft.Language);
        AddDate(draft.Modified, node, ModifiedNames, source, draft.Language);
        return draft;
    }

    private static void AddDate(List<DateEvidence> dates, JsonElement node, string[] names, string source, string? language)
    {
        foreach (var name in names)
        {
            if (!JsonFields.TryGet(node, name, out var value))
                continue;

            var date = value.ValueKind == JsonValueKind.Number ? UnixTime.Read(value) : DateParser.Parse(JsonFields.Text(value), language);
            if (date is { } found)
            {
                dates.Add(found.From(source));
                return;
            }
        }
    }

    private void AddBody(JsonElement node, Draft draft, CancellationToken cancellationToken)
    {
        var markup = JsonFields.Text(node, HtmlBodies);
        var plain = JsonFields.Text(node, Bodies);
        if (plain is not null && plain.StartsWith('<') && plain.Contains("</", StringComparison.Ordinal))
            (markup, plain) = (markup ?? plain, null);

        if (markup is not null && html.Fragment(markup, draft.Title, draft, cancellationToken) is { Count: > 0 } blocks)
            draft.Blocks.AddRange(blocks);
        else if (plain is not null)
            draft.Blocks.AddRange(WireBody.Blocks(WireLines.Of(plain), draft));
    }
}
