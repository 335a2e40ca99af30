namespace Dateline.Fetcher.Feeds;

/// <summary>The vocabularies that feeds are written in; what an element's namespace or, failing that, its prefix stands for.</summary>
internal enum FeedSpace
{
    /// <summary>No namespace, or any of RSS's own.</summary>
    Rss,
    Atom,
    Rdf,
    Dc,
    DcTerms,
    Content,
    Media,
    Itunes,
    Syndication,
    Slash,
    Threading,
    GeoRss,
    Xhtml,
    Sitemap,
    News,
    Image,
    Xml,
    Other,
}
