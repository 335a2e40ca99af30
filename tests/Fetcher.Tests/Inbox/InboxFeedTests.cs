using Dateline.Fetcher.Sources;
using Dateline.Fetcher.Tests.Files;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Tests.Inbox;

/// <summary>Dropped files that are no documents themselves: feeds and lists of them.</summary>
public sealed class InboxFeedTests
{
    [Fact]
    public async Task A_feed_gives_its_entries_and_its_links_are_queued()
    {
        await using var box = await Box.OpenAsync();
        var feed = $"""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Lakeside Courier</title><link>https://courier.example/</link>
            <item><title>Only a summary</title><link>https://courier.example/1</link><description>Short.</description></item>
            <item><title>All of it</title><link>https://courier.example/2</link><content:encoded><![CDATA[<p>{string.Concat(Enumerable.Repeat(Packed.Story, 12))}</p>]]></content:encoded></item>
            <item><title>Nothing</title></item>
            </channel></rss>
            """;
        box.Drop("feed.txt", feed);
        await box.LookAsync();
        box.Drop("again.xml", feed);
        await box.LookAsync();

        box.Receipt("done/feed.txt").Select(item => item.Status).ShouldBe(["queued", "accepted", "refused"]);
        box.Receipt("done/again.xml").Select(item => item.Status).ShouldBe(["repeated", "repeated", "refused"]);
        (await box.AcceptedAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_subscription_list_becomes_sources()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("list.opml", """<opml version="2.0"><body><outline text="A" xmlUrl="https://93.184.215.14/feed"/><outline text="B" xmlUrl="http://127.0.0.1/feed"/></body></opml>""");

        await box.LookAsync();

        box.Receipt("done/list.opml").Select(item => item.Status).ShouldBe(["subscribed", "refused"]);
    }

    [Fact]
    public async Task A_subscription_list_that_we_exported_brings_its_settings_back()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("list.opml", """
            <opml version="2.0" xmlns:dateline="https://dateline.dev/opml"><body><outline text="ports">
            <outline text="A" xmlUrl="https://93.184.215.14/feed" dateline:pages="never" dateline:paused="true" dateline:minInterval="90"/></outline></body></opml>
            """);

        await box.LookAsync();

        var source = (await box.Desk.Database.ReadAsync((db, token) => db.Sources.ToListAsync(token), CancellationToken.None)).ShouldHaveSingleItem();
        (source.Title, source.Pages, source.Paused, source.MinInterval).ShouldBe(("A", "never", true, TimeSpan.FromMinutes(90)));
        SourceSettings.TagsOf(source).ShouldBe(["ports"]);
    }

    [Fact]
    public async Task A_line_of_a_subscription_list_without_an_address_is_said_to_have_none()
    {
        await using var box = await Box.OpenAsync();
        box.Drop("list.opml", """<opml version="2.0"><body><outline text="A" type="rss" xmlUrl=""/><outline text="Folder" xmlUrl=""><outline text="B" xmlUrl="https://93.184.215.14/feed"/></outline></body></opml>""");

        await box.LookAsync();

        box.Receipt("done/list.opml").Select(item => item.Status).ShouldBe(["refused", "subscribed"]);
        box.Problem("done/list.opml").ShouldStartWith("The line has no http or https address.");
    }
}
