using Dateline.Fetcher.Frontier;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Tests.Frontier;

/// <summary>What happens to addresses from the moment they are asked for, against the simulated web and a clock that the test moves.</summary>
public sealed class FrontierTests(SimulatedWeb web) : CrawlTests(web)
{
    [Fact]
    public async Task A_server_that_pushes_back_gets_twice_the_time_each_time()
    {
        await using var crawler = await OpenAsync("pushback.example");
        var seen = new List<DateTimeOffset>();
        var site = Web.Site("pushback.example");
        for (var i = 0; i < 4; i++)
            site.On($"/{i}", _ =>
            {
                seen.Add(crawler.Now);
                return new SimulatedReply { Status = 429 };
            });
        await crawler.AskForAsync([.. Enumerable.Range(0, 4).Select(i => site.Url($"/{i}"))]);

        await crawler.PassAsync(TimeSpan.FromMinutes(10));

        seen.Zip(seen.Skip(1)).Take(3).Select(pair => Math.Round((pair.Second - pair.First).TotalMinutes, 1)).ShouldBe([1, 2, 4]);
        var view = (await crawler.Hosts.FindAsync("pushback.example", None))!;
        view.NextSlotReason.ShouldContain("4 times in a row, last with status 429");
        view.LastPushbackAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_pause_that_a_page_asks_for_holds_for_the_whole_host(int status)
    {
        var host = $"asks-{status}.example";
        await using var crawler = await OpenAsync(host);
        var second = DateTimeOffset.MinValue;
        var site = Web.Site(host).Status("/first", status, ("Retry-After", "1800")).On("/second", _ =>
        {
            second = crawler.Now;
            return new SimulatedReply { ContentType = "text/html", Body = "<p>b</p>"u8.ToArray() };
        });
        await crawler.AskForAsync(site.Url("/first"));
        await crawler.PassAsync(TimeSpan.FromSeconds(20));
        var asked = crawler.Now;
        await crawler.AskForAsync(site.Url("/second"));
        (await crawler.WhyAsync(site.Url("/second"))).ShouldContain($"it asked to be left alone with status {status}");

        await crawler.PassAsync(TimeSpan.FromHours(1));

        (second - asked).ShouldBeGreaterThan(TimeSpan.FromMinutes(29));
    }

    [Theory]
    [InlineData("text/html", """<rss version="2.0"><channel><title>t</title><item><title>i</title><link>http://sniffed.example/i</link></item></channel></rss>""", true)]
    [InlineData("image/png", """<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>1</id><title>i</title><link href="http://sniffed.example/j"/></entry></feed>""", true)]
    [InlineData("application/rss+xml", "<html><body><p>no feed at all</p></body></html>", false)]
    [InlineData(null, "<html><body><p>no type at all</p></body></html>", false)]
    public async Task What_a_server_says_of_its_answer_is_believed_less_than_the_bytes(string? mediaType, string body, bool feed)
    {
        var site = Web.Site("sniffed.example").Bytes($"/{body.Length}", System.Text.Encoding.UTF8.GetBytes(body), mediaType);
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url($"/{body.Length}"));

        await crawler.PassAsync(TimeSpan.FromSeconds(20));

        (await crawler.TargetAsync(site.Url($"/{body.Length}"))).ShouldSatisfyAllConditions(
            target => target.Status.ShouldBe(TargetStatus.Fetched), target => target.Entries.ShouldBe(feed ? 1 : null), target => (target.DocumentId is null).ShouldBe(feed));
    }

    [Fact]
    public async Task A_visit_that_fails_on_our_side_frees_its_host_at_once_and_is_planned_again_with_a_reason()
    {
        var site = Web.Site("good.example").Page("/good", "<p>good</p>");
        await using var crawler = await Crawler.OpenAsync(Web, Database, new() { ["Fetcher:Politeness:DelayPerHost"] = "00:00:00.010" }, realTime: true);
        await crawler.AskForAsync(site.Url("/bad"));
        await crawler.Database.WriteAsync((db, token) => db.Targets.ExecuteUpdateAsync(set => set.SetProperty(row => row.MovedTo, "no address at all"), token), None);
        await crawler.AskForAsync(site.Url("/good"));

        await crawler.StartAsync();

        await Eventually.TrueAsync(async () => await crawler.CountAsync(TargetStatus.Fetched) == 1, TimeSpan.FromSeconds(60), () => "the other page was not fetched");
        var bad = await crawler.TargetAsync(site.Url("/bad"));
        (bad.Status, bad.Reason, bad.Attempts).ShouldBe((TargetStatus.Waiting, "internal-error", 1));
        bad.Detail!.ShouldContain("UriFormatException");
    }

    [Fact]
    public async Task A_host_whose_replica_died_is_asked_again_when_the_lease_is_over()
    {
        var site = Web.Site("orphan.example").Page("/a", "<p>a</p>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/a"));
        (await crawler.Queue.ClaimAsync(1, None)).Count.ShouldBe(1);

        await crawler.PassAsync(crawler.Queue.VisitTime);
        (await crawler.CountAsync(TargetStatus.Fetched)).ShouldBe(0);
        (await crawler.Hosts.FindAsync("orphan.example", None))!.Busy.ShouldBeTrue();

        await crawler.PassAsync(TimeSpan.FromMinutes(2));
        (await crawler.CountAsync(TargetStatus.Fetched)).ShouldBe(1);
    }

    [Fact]
    public async Task A_full_line_costs_a_page_no_try()
    {
        var site = Web.Site("full.example").Page("/a", "<p>a</p>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/a"));
        var target = (await crawler.Queue.ClaimAsync(1, None)).Single();

        await crawler.Queue.SetBackAsync(target, "line-full", "The line is full.", counts: false, None);

        (await crawler.TargetAsync(site.Url("/a"))).ShouldSatisfyAllConditions(
            row => row.Status.ShouldBe(TargetStatus.Waiting), row => row.Attempts.ShouldBe(0));
        (await crawler.Hosts.FindAsync("full.example", None))!.ShouldSatisfyAllConditions(
            view => view.Busy.ShouldBeFalse(), view => view.NextSlotReason.ShouldBe("the pause between two requests"));
    }

    [Fact]
    public async Task Hosts_are_listed_by_name_with_what_waits_for_them()
    {
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync("http://c.example/", "http://a.example/", "http://b.example:8080/", "http://a.example/2");

        var first = await crawler.Hosts.ListAsync(null, true, null, 2, None);
        var second = await crawler.Hosts.ListAsync(null, true, first.Next, 2, None);

        first.Items.Select(item => (item.Name, item.Waiting)).ShouldBe([("a.example", 2), ("b.example:8080", 1)]);
        (second.Items.Single().Name, second.Next).ShouldBe(("c.example", null));
        (await crawler.Hosts.ListAsync("B.EX", false, null, 10, None)).Items.Single().Name.ShouldBe("b.example:8080");
    }

    [Fact]
    public async Task A_feed_whose_server_repeats_its_short_pause_gets_more_time_each_time()
    {
        var site = Web.Site("repeats.example").Status("/feed", 429, ("Retry-After", "60"));
        await using var crawler = await OpenAsync();
        await crawler.AddSourceAsync(site.Url("/feed"));

        await crawler.PassAsync(TimeSpan.FromHours(6));

        Web.RequestsTo(site.Host).Count.ShouldBe(9, "after 1, 2, 4 minutes and so on");
    }

    [Fact]
    public async Task Feeds_that_all_redirect_to_one_host_share_its_budget()
    {
        var burner = Web.Site("burner.example");
        await using var crawler = await OpenAsync([.. Enumerable.Range(0, 12).Select(i => $"blog-{i}.example")]);
        var start = crawler.Now;
        Web.Clock = () => crawler.Now - start;
        for (var i = 0; i < 12; i++)
        {
            burner.Validated($"/{i}", $"<rss version='2.0'><channel><title>{i}</title><item><title>t</title><guid>{i}</guid><description>d</description></item></channel></rss>", "text/xml");
            await crawler.AddSourceAsync(Web.Site($"blog-{i}.example").Redirect("/feed", burner.Url($"/{i}"), 302).Url("/feed"));
        }

        await crawler.PassAsync(TimeSpan.FromHours(6));

        Web.RequestsTo(burner.Host).Select(request => request.PathAndQuery).Distinct().Count().ShouldBe(12);
        foreach (var host in Enumerable.Range(0, 12).Select(i => $"blog-{i}.example").Append(burner.Host))
            Conduct.Of(Web.RequestsTo(host), TimeSpan.FromSeconds(5)).Perfect.ShouldBeTrue(host);
    }

    [Fact]
    public async Task A_search_for_a_feed_that_is_gone_keeps_to_the_hosts_budget_and_rules()
    {
        var site = Web.Site("gone-feed.example").Status("/feed.xml", 410).Robots("User-agent: *\nDisallow: /rss\nCrawl-delay: 30\n").Page("/", "<p>Welcome</p>");
        await using var crawler = await OpenAsync();
        var start = crawler.Now;
        Web.Clock = () => crawler.Now - start;
        await crawler.AddSourceAsync(site.Url("/feed.xml"));

        await crawler.PassAsync(TimeSpan.FromDays(60));

        var asked = Web.RequestsTo(site.Host).ToList();
        asked.Count(request => request.PathAndQuery == "/").ShouldBe(2, "once with each of the monthly polls");
        asked.ShouldNotContain(request => request.PathAndQuery == "/rss");
        Conduct.Of(asked, TimeSpan.FromSeconds(5)).Perfect.ShouldBeTrue();
        Conduct.Of([.. asked.SkipWhile(request => request.PathAndQuery != "/").Take(5)], TimeSpan.FromSeconds(30)).SoonerThanAllowed.ShouldBe(0);
    }
}
