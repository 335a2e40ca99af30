using Dateline.Contracts;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Ledger;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Frontier;

/// <summary>Where a page's redirects lead, and what is said of pages that are others' copies.</summary>
public sealed class PageMoveTests(SimulatedWeb web) : CrawlTests(web)
{
    [Fact]
    public async Task A_redirect_waits_for_its_own_hosts_turn_and_goes_by_that_hosts_robots_txt()
    {
        var links = Web.Site("links.example").Redirect("/1", "http://paper.example/open").Redirect("/2", "http://paper.example/closed");
        Web.Site("paper.example").Robots("User-agent: *\nDisallow: /closed").Page("/open", "<p>open</p>").Page("/closed", "<p>closed</p>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(links.Url("/1"), links.Url("/2"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        Web.RequestsTo("paper.example").Select(request => request.PathAndQuery).ShouldBe(["/robots.txt", "/open"]);
        (await crawler.TargetAsync(links.Url("/1"))).Status.ShouldBe(TargetStatus.Fetched);
        (await crawler.TargetAsync(links.Url("/2"))).ShouldSatisfyAllConditions(
            target => target.Status.ShouldBe(TargetStatus.Unfetched), target => target.Reason.ShouldBe("robots"), target => target.Detail!.ShouldContain("paper.example"));
        var document = (await crawler.Queries.WhyAsync(links.Url("/1"), None)).Documents.ShouldHaveSingleItem();
        (document.Url, document.FinalUrl).ShouldBe((links.Url("/1"), "http://paper.example/open"));
    }

    [Theory]
    [InlineData("http://127.0.0.1/", "refused-address")]
    [InlineData("http://[::ffff:169.254.169.254]/latest", "refused-address")]
    [InlineData("http://2130706433/", "refused-address")]
    [InlineData("file:///etc/passwd", "bad-redirect")]
    [InlineData("http://into.example/", "redirect-loop")]
    [InlineData("/", "redirect-loop")]
    public async Task A_redirect_to_where_nothing_may_be_fetched_ends_the_page(string location, string reason)
    {
        var site = Web.Site("into.example").Redirect("/", location, 302);
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        (await crawler.TargetAsync(site.Url("/"))).Reason.ShouldBe(reason);
        (await crawler.CountAsync(TargetStatus.Waiting)).ShouldBe(0);
    }

    [Fact]
    public async Task What_the_last_server_said_is_kept_with_its_page()
    {
        var site = Web.Site("noted.example").Redirect("/old", "/new");
        site.Reply("/new", new SimulatedReply { ContentType = "text/html", Body = "<p>open</p>"u8.ToArray(), Headers = new Dictionary<string, string> { ["X-Robots-Tag"] = "noai", ["Content-Language"] = "en" } });
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/old"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        var claimed = (await crawler.Get<Outbox>().ClaimAsync(None)).ShouldHaveSingleItem();
        var said = Outbox.ToMessage(claimed, Journey.Empty).Response!;
        (said.Robots.ShouldHaveSingleItem(), said.ContentLanguage).ShouldBe(("noai", "en"));
    }

    [Fact]
    public async Task Redirects_without_end_come_to_one()
    {
        var site = Web.Site("circle.example").Redirect("/a", "/b").Redirect("/b", "/c").Redirect("/c", "/b");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/a"));

        await crawler.PassAsync(TimeSpan.FromHours(1));

        (await crawler.TargetAsync(site.Url("/a"))).ShouldSatisfyAllConditions(
            target => target.Status.ShouldBe(TargetStatus.Failed), target => target.Reason.ShouldBe("redirect-loop"), target => target.MovedTo.ShouldBeNull());
        Web.RequestsTo("circle.example").Count.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task A_page_that_only_refreshes_elsewhere_leads_there()
    {
        var site = Web.Site("shortener.example").Page("/s", """<html><head><title>Go</title><meta http-equiv="refresh" content="0; url='/long?a=1&amp;b=2'"></head><body>One moment</body></html>""");
        site.Page("/long?a=1&b=2", "<p>here</p>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/s"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        (await crawler.Queries.WhyAsync(site.Url("/s"), None)).Documents.ShouldHaveSingleItem().FinalUrl.ShouldBe(site.Url("/long?a=1&b=2"));
    }

    [Theory]
    [InlineData("300; url=/elsewhere", "")]
    [InlineData("0", "")]
    [InlineData("0; url=javascript:alert(1)", "")]
    [InlineData("0; url=/elsewhere", "a page that has something to say ")]
    public async Task A_page_that_refreshes_for_other_reasons_is_a_page(string refresh, string text)
    {
        var site = Web.Site($"live-{refresh.Length}-{text.Length}.example");
        site.Page("/live", $"<html><head><meta http-equiv=refresh content=\"{refresh}\"></head><body>{string.Concat(Enumerable.Repeat(text, 30))}</body></html>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/live"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        (await crawler.Queries.WhyAsync(site.Url("/live"), None)).Documents.ShouldHaveSingleItem().FinalUrl.ShouldBe(site.Url("/live"));
    }

    [Fact]
    public async Task A_copy_for_phones_says_what_it_is_a_copy_of()
    {
        var site = Web.Site("amp.example").Page("/amp/1", "<!doctype html><html ⚡ lang=en><head><link rel=canonical href=/story/1></head><body><p>story</p></body></html>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/amp/1"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        (await crawler.TargetAsync(site.Url("/amp/1"))).Detail.ShouldBe("An AMP page; its own address is http://amp.example/story/1");
    }

    [Fact]
    public async Task An_entry_that_leads_to_a_page_seen_before_is_not_fetched_again()
    {
        var feed = Web.Site("counting.example");
        Web.Site("counted.example").Page("/story", "<p>story</p>");
        feed.Redirect("/click/1", "http://counted.example/story").Redirect("/click/2", "http://counted.example/story");
        feed.Feed("/feed", """
            <rss version="2.0"><channel><title>c</title>
            <item><title>1</title><link>http://counted.example/story</link></item><item><title>2</title><link>http://counting.example/click/1</link></item>
            </channel></rss>
            """);
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(feed.Url("/feed"));

        await crawler.PassAsync(TimeSpan.FromMinutes(2));

        Web.RequestsTo("counted.example").Count(request => request.PathAndQuery == "/story").ShouldBe(1);
        (await crawler.WhyAsync(feed.Url("/click/1"))).ShouldContain("not fetched (duplicate): It leads to http://counted.example/story");
    }
}
