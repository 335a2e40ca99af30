namespace Dateline.Fetcher.Feeds;

/// <summary>The family a document belongs to that lists other documents.</summary>
public enum FeedFormat
{
    Rss,
    Rdf,
    Atom,
    Json,
    Sitemap,
    Opml,
}
