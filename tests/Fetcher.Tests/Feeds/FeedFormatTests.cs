using System.Text;
using Dateline.Fetcher.Feeds;

namespace Dateline.Fetcher.Tests.Feeds;

public sealed class FeedFormatTests
{
    [Fact]
    public void Reads_rdf()
    {
        var feed = Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://harbour.example/"><title>Harbour News</title><link>https://harbour.example/</link></channel>
            <item rdf:about="https://harbour.example/a"><title>Ferry returns</title><link>https://harbour.example/a</link><dc:date>2026-03-03T06:30:00Z</dc:date></item>
            </rdf:RDF>
            """).ShouldNotBeNull();

        feed.Format.ShouldBe(FeedFormat.Rdf);
        var entry = feed.Entries.ShouldHaveSingleItem();
        entry.Title.ShouldBe("Ferry returns");
        entry.PublishedAt.ShouldBe(new DateTimeOffset(2026, 3, 3, 6, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Reads_a_sitemap()
    {
        var feed = Read("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://harbour.example/a</loc></url>
            <url><loc>https://harbour.example/b</loc></url></urlset>
            """).ShouldNotBeNull();

        feed.Format.ShouldBe(FeedFormat.Sitemap);
        feed.Entries.Select(entry => entry.Link).ShouldBe(["https://harbour.example/a", "https://harbour.example/b"]);
    }

    [Fact]
    public void Reads_a_subscription_list() => Read("""
        <opml version="2.0"><head><title>Mine</title></head><body><outline text="Harbour" type="rss" xmlUrl="https://harbour.example/feed"/></body></opml>
        """).ShouldNotBeNull().Format.ShouldBe(FeedFormat.Opml);

    [Fact]
    public void Says_that_prose_is_no_feed() => Read("The ferry returns on Tuesday.").ShouldBeNull();

    [Fact]
    public void Reads_windows_1252_that_the_declaration_names()
    {
        byte[] bytes = [.. "<?xml version=\"1.0\" encoding=\"windows-1252\"?><rss version=\"2.0\"><channel><title>"u8, 0x93, 0x80, 0x94, .. "</title></channel></rss>"u8];

        new FeedReader(new FeedOptions()).TryRead(bytes, null, null, out var feed).ShouldBeTrue();

        feed!.Title.ShouldBe("\u201c\u20ac\u201d");
    }

    private static Feed? Read(string text) =>
        new FeedReader(new FeedOptions()).TryRead(Encoding.UTF8.GetBytes(text), null, null, out var feed) ? feed : null;
}
