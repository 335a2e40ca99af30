using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Dateline.Storage.Search;

namespace Dateline.Storage.Delivery;

/// <summary>Writes the newest matches of a saved search for feed readers.</summary>
internal static class MatchFeed
{
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";

    private static readonly DateTime Never = DateTime.UnixEpoch;

    /// <summary>RFC 4287.</summary>
    public static byte[] Atom(SavedSearch search, IReadOnlyList<FoundArticle> articles, Uri self) => Xml(xml =>
    {
        xml.WriteStartElement("feed", AtomNamespace);
        Element(xml, "title", search.Name);
        Element(xml, "id", $"urn:uuid:{search.Id}");
        Element(xml, "updated", Iso(Updated(articles)));
        Link(xml, "self", self.AbsoluteUri);
        foreach (var article in articles)
        {
            xml.WriteStartElement("entry", AtomNamespace);
            Element(xml, "title", Title(article));
            Element(xml, "id", $"urn:uuid:{article.Id}");
            Element(xml, "updated", Iso(article.StoredAt));
            if (article.PublishedAt is { } published)
                Element(xml, "published", Iso(published));
            Link(xml, "alternate", Address(article, self));
            foreach (var author in article.Authors.DefaultIfEmpty(article.SiteName ?? article.SourceTitle ?? "unknown"))
            {
                xml.WriteStartElement("author", AtomNamespace);
                Element(xml, "name", author);
                xml.WriteEndElement();
            }

            Element(xml, "summary", article.Summary ?? "");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    /// <summary>RSS 2.0.</summary>
    public static byte[] Rss(SavedSearch search, IReadOnlyList<FoundArticle> articles, Uri self) => Xml(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", Clean(search.Name));
        xml.WriteElementString("link", self.AbsoluteUri);
        xml.WriteElementString("description", Clean($"Articles that match {search.Query}"));
        xml.WriteElementString("lastBuildDate", Rfc822(Updated(articles)));
        foreach (var article in articles)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", Clean(Title(article)));
            xml.WriteElementString("link", Clean(Address(article, self)));
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "false");
            xml.WriteString(article.Id.ToString());
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", Rfc822(article.PublishedAt ?? article.StoredAt));
            xml.WriteElementString("description", Clean(article.Summary ?? ""));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    /// <summary>JSON Feed 1.1.</summary>
    public static byte[] Json(SavedSearch search, IReadOnlyList<FoundArticle> articles, Uri self) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        version = "https://jsonfeed.org/version/1.1",
        title = search.Name,
        feed_url = self.AbsoluteUri,
        items = articles.Select(article => new
        {
            id = article.Id.ToString(),
            url = Address(article, self),
            title = Title(article),
            content_text = article.Summary ?? "",
            date_published = Iso(article.PublishedAt ?? article.StoredAt),
            date_modified = Iso(article.StoredAt),
            language = article.Language,
            image = article.Image,
            authors = article.Authors.Select(name => new { name }),
        }),
    }, Articles.ArchiveJson.Options);

    private static byte[] Xml(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            write(xml);
        }

        return bytes.ToArray();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, AtomNamespace, Clean(text));

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", AtomNamespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", Clean(address));
        xml.WriteEndElement();
    }

    /// <summary>XML has no way to write most control characters.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value is 9 or 10 or 13 or >= 32 and not (0xFFFE or 0xFFFF)).Select(rune => rune.ToString()));

    private static string Title(FoundArticle article) => article.Title ?? article.Url ?? article.Id.ToString();

    private static string Address(FoundArticle article, Uri self) => article.Url ?? new Uri(self, $"/v1/articles/{article.Id}").AbsoluteUri;

    private static DateTime Updated(IReadOnlyList<FoundArticle> articles) => articles.Select(article => article.StoredAt).DefaultIfEmpty(Never).Max();

    private static string Iso(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Rfc822(DateTime time) => time.ToString("R", CultureInfo.InvariantCulture);
}
