using System.Collections.Frozen;

namespace Dateline.Fetcher.Feeds;

/// <summary>Recognises vocabularies by namespace address, compared without case, scheme and trailing slash or hash, or by well-known prefix.</summary>
internal static class FeedSpaces
{
    private static readonly FrozenDictionary<string, FeedSpace> ByAddress = new Dictionary<string, FeedSpace>
    {
        [""] = FeedSpace.Rss,
        ["purl.org/rss/1.0"] = FeedSpace.Rss,
        ["purl.org/net/rss1.1"] = FeedSpace.Rss,
        ["purl.org/rss/2.0"] = FeedSpace.Rss,
        ["my.netscape.com/rdf/simple/0.9"] = FeedSpace.Rss,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = FeedSpace.Rss,
        ["channel.netscape.com/rdf/simple/0.9"] = FeedSpace.Rss,
        ["backend.userland.com/rss"] = FeedSpace.Rss,
        ["backend.userland.com/rss2"] = FeedSpace.Rss,
        ["backend.userland.com/rss091"] = FeedSpace.Rss,
        ["blogs.law.harvard.edu/tech/rss"] = FeedSpace.Rss,
        ["cyber.law.harvard.edu/rss"] = FeedSpace.Rss,
        ["purl.org/net/rss1.1/payload"] = FeedSpace.Content,
        ["www.w3.org/2005/atom"] = FeedSpace.Atom,
        ["purl.org/atom/ns"] = FeedSpace.Atom,
        ["example.com/newformat"] = FeedSpace.Atom,
        ["necho"] = FeedSpace.Atom,
        ["purl.org/echo"] = FeedSpace.Atom,
        ["uri/of/echo/namespace"] = FeedSpace.Atom,
        ["purl.org/pie"] = FeedSpace.Atom,
        ["www.w3.org/1999/02/22-rdf-syntax-ns"] = FeedSpace.Rdf,
        ["purl.org/dc/elements/1.1"] = FeedSpace.Dc,
        ["purl.org/dc/elements/1.0"] = FeedSpace.Dc,
        ["purl.org/dc/terms"] = FeedSpace.DcTerms,
        ["purl.org/rss/1.0/modules/content"] = FeedSpace.Content,
        ["search.yahoo.com/mrss"] = FeedSpace.Media,
        ["www.rssboard.org/media-rss"] = FeedSpace.Media,
        ["video.search.yahoo.com/mrss"] = FeedSpace.Media,
        ["tools.search.yahoo.com/mrss"] = FeedSpace.Media,
        ["www.itunes.com/dtds/podcast-1.0.dtd"] = FeedSpace.Itunes,
        ["example.com/dtds/podcast-1.0.dtd"] = FeedSpace.Itunes,
        ["purl.org/rss/1.0/modules/syndication"] = FeedSpace.Syndication,
        ["purl.org/rss/1.0/modules/slash"] = FeedSpace.Slash,
        ["purl.org/syndication/thread/1.0"] = FeedSpace.Threading,
        ["www.georss.org/georss"] = FeedSpace.GeoRss,
        ["www.w3.org/1999/xhtml"] = FeedSpace.Xhtml,
        ["www.w3.org/xml/1998/namespace"] = FeedSpace.Xml,
        ["www.sitemaps.org/schemas/sitemap/0.9"] = FeedSpace.Sitemap,
        ["www.google.com/schemas/sitemap/0.84"] = FeedSpace.Sitemap,
        ["www.google.com/schemas/sitemap/0.9"] = FeedSpace.Sitemap,
        ["www.google.com/schemas/sitemap-news/0.9"] = FeedSpace.News,
        ["www.google.com/schemas/sitemap-image/1.1"] = FeedSpace.Image,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FeedSpace> ByPrefix = new Dictionary<string, FeedSpace>
    {
        ["rss"] = FeedSpace.Rss,
        ["atom"] = FeedSpace.Atom,
        ["atom10"] = FeedSpace.Atom,
        ["atom03"] = FeedSpace.Atom,
        ["a10"] = FeedSpace.Atom,
        ["rdf"] = FeedSpace.Rdf,
        ["dc"] = FeedSpace.Dc,
        ["dcterms"] = FeedSpace.DcTerms,
        ["content"] = FeedSpace.Content,
        ["media"] = FeedSpace.Media,
        ["itunes"] = FeedSpace.Itunes,
        ["sy"] = FeedSpace.Syndication,
        ["slash"] = FeedSpace.Slash,
        ["thr"] = FeedSpace.Threading,
        ["georss"] = FeedSpace.GeoRss,
        ["xhtml"] = FeedSpace.Xhtml,
        ["xml"] = FeedSpace.Xml,
        ["news"] = FeedSpace.News,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null: unknown.</summary>
    public static FeedSpace? OfAddress(string address)
    {
        var key = address.Trim().ToLowerInvariant();
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            key = key[(scheme + 3)..];
        return ByAddress.TryGetValue(key.TrimEnd('/', '#', ' '), out var space) ? space : null;
    }

    public static FeedSpace OfPrefix(string prefix) =>
        ByPrefix.TryGetValue(prefix, out var space) ? space : FeedSpace.Other;
}
