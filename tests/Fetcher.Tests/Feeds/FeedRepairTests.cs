using System.Text;
using Dateline.Fetcher.Feeds;

namespace Dateline.Fetcher.Tests.Feeds;

public sealed class FeedRepairTests
{
    [Fact]
    public void A_forgotten_closing_tag_swallows_no_field()
    {
        var entry = Read("<rss><channel><item><title>Low water<link>http://weir.example/1</link><guid>w1</guid></titel></item></channel></rss>")
            .Entries.ShouldHaveSingleItem();

        (entry.Title, entry.Link, entry.Id).ShouldBe(("Low water", "http://weir.example/1", "w1"));
    }

    [Fact]
    public void An_empty_item_inside_an_item_is_no_entry()
    {
        var feed = Read("<rss><channel><item><title>One</title><item/><guid>1</guid></item><item><title>Two</title></item></channel></rss>");

        feed.Entries.Select(entry => (entry.Title, entry.Id)).ShouldBe([("One", "1"), ("Two", null)]);
    }

    [Fact]
    public void Old_versions_that_an_extension_keeps_inside_an_entry_are_no_entries()
    {
        var feed = Read("""
            <rss xmlns:v="http://versions.example/ns"><channel>
            <item><title>Now</title><v:history><item><title>Before</title></item></v:history></item>
            </channel></rss>
            """);

        feed.Entries.ShouldHaveSingleItem().Title.ShouldBe("Now");
    }

    [Fact]
    public void Control_characters_are_dropped_and_said_so()
    {
        var feed = Read("<rss><channel><title>Mill\b and\0 &#0;Weir</title></channel></rss>");

        feed.Title.ShouldBe("Mill and Weir");
        feed.Warnings.ShouldBe(["Control characters were removed."]);
    }

    [Fact]
    public void Stray_bytes_spoil_only_themselves()
    {
        byte[] bytes = [.. "<rss><channel><title>Zürich caf"u8, 0xe9, .. "</title></channel></rss>"u8];

        Read(bytes).Title.ShouldBe("Zürich café");
    }

    [Fact]
    public void Numeric_references_to_control_characters_mean_windows_1252() =>
        Read("<rss><channel><title>&#147;Weir&#148; &#150; 5&#128;</title></channel></rss>").Title.ShouldBe("“Weir” – 5€");

    [Fact]
    public void Entities_that_grow_are_not_expanded()
    {
        var feed = Read("""
            <!DOCTYPE rss [<!ENTITY a "0123456789"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <rss><channel><title>&a; &c;</title></channel></rss>
            """);

        feed.Title.ShouldBe("0123456789 &c;");
    }

    [Fact]
    public void Files_and_addresses_in_a_document_type_are_never_read() =>
        Read("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel><title>[&x;]</title></channel></rss>").Title.ShouldBe("[&x;]");

    [Theory]
    [InlineData("<a>", 300_000)]
    [InlineData("<!--", 300_000)]
    [InlineData("<![CDATA[", 300_000)]
    [InlineData("<a b=\"", 300_000)]
    [InlineData("<", 3_000_000)]
    [InlineData("</x>", 300_000)]
    public void Endless_openings_take_no_entry_away(string opening, int times)
    {
        var hostile = "<rss><channel><title>T</title><item><title>First</title></item>"
            + string.Concat(Enumerable.Repeat(opening, times));

        Read(hostile).Entries[0].Title.ShouldBe("First");
    }

    [Fact]
    public void Reading_stops_at_the_most_entries_and_says_so()
    {
        new FeedReader(new FeedOptions { MaxEntries = 3 })
            .TryRead(Encoding.UTF8.GetBytes($"<rss><channel>{string.Concat(Enumerable.Repeat("<item><title>a</title></item>", 5))}</channel></rss>"), null, null, out var feed)
            .ShouldBeTrue();

        feed!.Entries.Count.ShouldBe(3);
        feed.Warnings.ShouldBe(["Only the first 3 entries were read."]);
    }

    [Fact]
    public void A_title_with_links_is_plain_text_and_keeps_its_links_beside_it()
    {
        var entry = Read("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://news.test/'><entry><title type='html'>&lt;a href='/x'&gt;Bridge&lt;/a&gt; opens</title></entry></feed>").Entries[0];

        (entry.Title, entry.TitleHtml).ShouldBe(("Bridge opens", "<a href='http://news.test/x'>Bridge</a> opens"));
    }

    private static Feed Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Feed Read(byte[] bytes)
    {
        new FeedReader(new FeedOptions()).TryRead(bytes, null, null, out var feed).ShouldBeTrue();
        return feed!;
    }
}
