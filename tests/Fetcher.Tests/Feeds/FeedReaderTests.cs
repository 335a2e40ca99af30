using System.Text;
using Dateline.Fetcher.Feeds;

namespace Dateline.Fetcher.Tests.Feeds;

public sealed class FeedReaderTests
{
    private readonly FeedReader _reader = new(new FeedOptions());

    [Fact]
    public void Reads_rss_with_its_usual_extensions()
    {
        var feed = Read("""
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>Mill &amp; Weir</title><link>http://mill.example/</link><language>en-GB</language>
            <item><title>Flood</title><link>http://mill.example/flood</link><guid>MILL-1</guid><dc:creator>Ann Teal</dc:creator>
            <pubDate>Tue, 14 May 2024 09:15:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>
            <category>Weather</category><enclosure url="http://mill.example/a.mp3" type="audio/mpeg" length="123"/></item></channel></rss>
            """);

        (feed.Format, feed.Title, feed.Link, feed.Language).ShouldBe((FeedFormat.Rss, "Mill & Weir", "http://mill.example/", "en-GB"));
        var entry = feed.Entries.ShouldHaveSingleItem();
        (entry.Id, entry.Title, entry.Link, entry.Summary, entry.ContentHtml).ShouldBe(("MILL-1", "Flood", "http://mill.example/flood", "Short.", "<p>Long.</p>"));
        entry.PublishedAt.ShouldBe(new DateTimeOffset(2024, 5, 14, 9, 15, 0, TimeSpan.Zero));
        entry.Authors.Select(person => person.Name).ShouldBe(["Ann Teal"]);
        entry.Categories.Select(category => category.Name).ShouldBe(["Weather"]);
        entry.Enclosures.ShouldHaveSingleItem().Url.ShouldBe("http://mill.example/a.mp3");
    }

    [Fact]
    public void Reads_atom_and_resolves_addresses_by_xml_base()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://atom.example/news/"><title>Notes</title><updated>2024-05-14T10:00:00Z</updated>
            <entry><id>tag:atom.example,2024:7</id><title type="html">A &lt;b&gt;bold&lt;/b&gt; step</title><link rel="alternate" href="step.html"/>
            <author><name>Bo Lind</name></author><published>2024-05-14T11:30:00+02:00</published><updated>2024-05-15T08:00:00Z</updated></entry></feed>
            """);

        feed.Format.ShouldBe(FeedFormat.Atom);
        var entry = feed.Entries.ShouldHaveSingleItem();
        (entry.Id, entry.Title, entry.Link).ShouldBe(("tag:atom.example,2024:7", "A bold step", "http://atom.example/news/step.html"));
        entry.PublishedAt.ShouldBe(new DateTimeOffset(2024, 5, 14, 11, 30, 0, TimeSpan.FromHours(2)));
        entry.UpdatedAt.ShouldBe(new DateTimeOffset(2024, 5, 15, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Reads_json_feed()
    {
        var feed = Read("""{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","url":"http://j.example/1","title":"One","content_html":"<p>x</p>","date_published":"2024-05-14T10:00:00Z"}]}""");

        (feed.Format, feed.Entries.ShouldHaveSingleItem().Link).ShouldBe((FeedFormat.Json, "http://j.example/1"));
    }

    [Fact]
    public void Broken_markup_loses_nothing_that_can_be_read()
    {
        var feed = Read("<rss version=\"2.0\"><channel><title>Fish & Chips</title><item><title>A < B & C</title><link>http://x.example/1</link><item><title>Next</title><link>http://x.example/2</link>");

        feed.Title.ShouldBe("Fish & Chips");
        feed.Entries.Select(entry => entry.Link).ShouldBe(["http://x.example/1", "http://x.example/2"]);
    }

    [Fact]
    public void Bytes_in_a_declared_or_an_undeclared_western_charset_are_read()
    {
        var text = "<rss version='2.0'><channel><title>Fête à Évry</title><item><title>é</title><link>http://x.example/1</link></item></channel></rss>";
        foreach (var prolog in new[] { "<?xml version='1.0' encoding='iso-8859-1'?>", "" })
            Read(Encoding.Latin1.GetBytes(prolog + text)).Title.ShouldBe("Fête à Évry");
    }

    [Fact]
    public void A_date_nobody_understands_is_no_date() =>
        Read("<rss version='2.0'><channel><title>t</title><item><title>a</title><link>http://x.example/1</link><pubDate>soon</pubDate></item></channel></rss>")
            .Entries[0].PublishedAt.ShouldBeNull();

    [Fact]
    public void A_page_is_no_feed() =>
        _reader.TryRead(Encoding.UTF8.GetBytes("<!doctype html><html><head><title>Page</title></head><body><p>Text.</p></body></html>"), "text/html", null, out _).ShouldBeFalse();

    [Fact]
    public void Nesting_without_end_is_cut_and_not_followed()
    {
        var text = "<rss version='2.0'><channel><title>t</title><item><title>a</title><link>http://x.example/1</link>" + string.Concat(Enumerable.Repeat("<x>", 200_000));

        Read(text).Entries.Count.ShouldBe(1);
    }

    [Fact]
    public void Entries_beyond_the_limit_are_left_out_and_said_so()
    {
        var reader = new FeedReader(new FeedOptions { MaxEntries = 10 });
        var text = "<rss version='2.0'><channel><title>t</title>" + string.Concat(Enumerable.Range(0, 50).Select(i => $"<item><title>{i}</title><link>http://x.example/{i}</link></item>")) + "</channel></rss>";

        reader.TryRead(Encoding.UTF8.GetBytes(text), null, null, out var feed).ShouldBeTrue();
        feed!.Entries.Count.ShouldBe(10);
        feed.Warnings.ShouldNotBeEmpty();
    }

    private Feed Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private Feed Read(byte[] bytes)
    {
        _reader.TryRead(bytes, null, null, out var feed).ShouldBeTrue();
        return feed!;
    }
}
