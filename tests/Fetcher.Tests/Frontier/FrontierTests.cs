using System.Globalization;
using Dateline.Fetcher.Frontier;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Tests.Frontier;

/// <summary>What happens to addresses from the moment they are asked for, against the simulated web and a clock that the test moves.</summary>
public sealed class FrontierTests(SimulatedWeb web) : IClassFixture<SimulatedWeb>, IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly ScratchFolder _folder = new("frontier");

    [Theory]
    [InlineData("broken", 500)]
    [InlineData("busy", 503)]
    [InlineData("hasty", 429)]
    [InlineData("dead", 0)]
    public async Task Pages_wait_for_a_robots_txt_that_cannot_be_had_and_lose_no_try_meanwhile(string name, int status)
    {
        var host = $"{name}-robots.example";
        var up = false;
        var site = web.Site(host).Page("/a", "<p>a</p>").Page("/b", "<p>b</p>").On("/robots.txt", _ => up ? new SimulatedReply { Status = 404 }
            : status == 0 ? new SimulatedReply { Abort = true, Body = "User-agent: *"u8.ToArray() } : new SimulatedReply { Status = status });
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/a"), site.Url("/b"));

        await crawler.PassAsync(TimeSpan.FromDays(2));

        web.RequestsTo(host).ShouldAllBe(request => request.PathAndQuery == "/robots.txt");
        web.RequestsTo(host).Count.ShouldBeInRange(5, 20, "it is asked ever more rarely");
        var waiting = await crawler.TargetAsync(site.Url("/b"));
        (waiting.Status, waiting.Reason, waiting.Attempts).ShouldBe((TargetStatus.Waiting, "robots", 0));
        (await crawler.WhyAsync(site.Url("/b"))).ShouldContain("robots.txt of " + host + " could not be had");
        (await crawler.Hosts.FindAsync(host, None))!.Robots.State.ShouldBe("unreachable");

        up = true;
        await crawler.PassAsync(TimeSpan.FromDays(1));

        var fetched = await crawler.TargetAsync(site.Url("/b"));
        (fetched.Status, fetched.Reason, fetched.Attempts).ShouldBe((TargetStatus.Fetched, null, 1));
        (await crawler.CountAsync(TargetStatus.Fetched)).ShouldBe(2);
    }

    [Fact]
    public async Task A_page_of_a_host_without_an_address_is_given_up_and_says_so()
    {
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync("http://nowhere.invalid/a");

        await crawler.PassAsync(TimeSpan.FromDays(3));

        (await crawler.WhyAsync("http://nowhere.invalid/a")).ShouldContain("Given up after 5 tries (dns): The name 'nowhere.invalid' does not resolve.");
    }

    [Fact]
    public async Task After_thirty_days_a_robots_txt_that_cannot_be_had_counts_as_none()
    {
        var site = web.Site("never-robots.example").Page("/a", "<p>a</p>").Status("/robots.txt", 500);
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/a"));

        await crawler.PassAsync(TimeSpan.FromDays(29));
        (await crawler.CountAsync(TargetStatus.Fetched)).ShouldBe(0);
        await crawler.PassAsync(TimeSpan.FromDays(2));
        (await crawler.CountAsync(TargetStatus.Fetched)).ShouldBe(1);
    }

    [Theory]
    [InlineData("seconds")]
    [InlineData("date")]
    public async Task A_robots_txt_that_asks_for_time_gets_it(string form)
    {
        var host = $"retry-{form}.example";
        await using var crawler = await OpenAsync(host);
        var seen = new List<DateTimeOffset>();
        var site = web.Site(host).Page("/a", "<p>a</p>").On("/robots.txt", _ =>
        {
            seen.Add(crawler.Now);
            return seen.Count > 1 ? new SimulatedReply { Status = 404 } : new SimulatedReply
            {
                Status = 503,
                Headers = new Dictionary<string, string> { ["Retry-After"] = form == "seconds" ? "7200" : (crawler.Now + TimeSpan.FromHours(2)).ToString("r", CultureInfo.InvariantCulture) },
            };
        });
        await crawler.AskForAsync(site.Url("/a"));

        await crawler.PassAsync(TimeSpan.FromHours(3));

        (seen[1] - seen[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(2));
        (await crawler.CountAsync(TargetStatus.Fetched)).ShouldBe(1);
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_not_fetched_and_says_by_which_rule()
    {
        var site = web.Site("forbids.example").Robots("User-agent: *\nDisallow: /private\n").Page("/private/a", "<p>a</p>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/private/a"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        web.RequestsTo("forbids.example").Select(request => request.PathAndQuery).ShouldBe(["/robots.txt"]);
        (await crawler.WhyAsync(site.Url("/private/a"))).ShouldContain("not fetched (robots)");
        (await crawler.WhyAsync(site.Url("/private/a"))).ShouldContain("Disallow: /private");
    }

    [Fact]
    public async Task A_robots_txt_is_asked_for_once_in_its_time_and_cut_where_it_is_endless()
    {
        var endless = "User-agent: *\nDisallow: /x\n" + string.Concat(Enumerable.Repeat("# filler\n", 90_000)) + "Disallow: /\n";
        var site = web.Site("endless-robots.example").Robots(endless);
        for (var i = 0; i < 4; i++)
            site.Page($"/{i}", $"<p>{i}</p>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync([.. Enumerable.Range(0, 4).Select(i => site.Url($"/{i}"))]);

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        (await crawler.CountAsync(TargetStatus.Fetched)).ShouldBe(4);
        web.RequestsTo("endless-robots.example").Count(request => request.PathAndQuery == "/robots.txt").ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_pushes_back_gets_twice_the_time_each_time()
    {
        await using var crawler = await OpenAsync("pushback.example");
        var seen = new List<DateTimeOffset>();
        var site = web.Site("pushback.example");
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
        var site = web.Site(host).Status("/first", status, ("Retry-After", "1800")).On("/second", _ =>
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

    [Fact]
    public async Task A_crawl_delay_is_kept_between_all_requests()
    {
        await using var crawler = await OpenAsync("slowly.example");
        var seen = new List<DateTimeOffset>();
        var site = web.Site("slowly.example").Robots("User-agent: *\nCrawl-delay: 40\n");
        for (var i = 0; i < 3; i++)
            site.On($"/{i}", _ =>
            {
                seen.Add(crawler.Now);
                return new SimulatedReply { ContentType = "text/html", Body = "<p>a</p>"u8.ToArray() };
            });
        await crawler.AskForAsync([.. Enumerable.Range(0, 3).Select(i => site.Url($"/{i}"))]);

        await crawler.PassAsync(TimeSpan.FromMinutes(5));

        seen.Zip(seen.Skip(1)).Select(pair => Math.Round((pair.Second - pair.First).TotalSeconds)).ShouldBe([40, 40]);
        (await crawler.Hosts.FindAsync("slowly.example", None))!.PauseSeconds.ShouldBe(40);
    }

    [Fact]
    public async Task A_redirect_waits_for_its_own_hosts_turn_and_goes_by_that_hosts_robots_txt()
    {
        var links = web.Site("links.example").Redirect("/1", "http://paper.example/open").Redirect("/2", "http://paper.example/closed");
        web.Site("paper.example").Robots("User-agent: *\nDisallow: /closed").Page("/open", "<p>open</p>").Page("/closed", "<p>closed</p>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(links.Url("/1"), links.Url("/2"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        web.RequestsTo("paper.example").Select(request => request.PathAndQuery).ShouldBe(["/robots.txt", "/open"]);
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
        var site = web.Site("into.example").Redirect("/", location, 302);
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        (await crawler.TargetAsync(site.Url("/"))).Reason.ShouldBe(reason);
        (await crawler.CountAsync(TargetStatus.Waiting)).ShouldBe(0);
    }

    [Fact]
    public async Task Redirects_without_end_come_to_one()
    {
        var site = web.Site("circle.example").Redirect("/a", "/b").Redirect("/b", "/c").Redirect("/c", "/b");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/a"));

        await crawler.PassAsync(TimeSpan.FromHours(1));

        (await crawler.TargetAsync(site.Url("/a"))).ShouldSatisfyAllConditions(
            target => target.Status.ShouldBe(TargetStatus.Failed), target => target.Reason.ShouldBe("redirect-loop"), target => target.MovedTo.ShouldBeNull());
        web.RequestsTo("circle.example").Count.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task A_page_that_only_refreshes_elsewhere_leads_there()
    {
        var site = web.Site("shortener.example").Page("/s", """<html><head><title>Go</title><meta http-equiv="refresh" content="0; url='/long?a=1&amp;b=2'"></head><body>One moment</body></html>""");
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
        var site = web.Site($"live-{refresh.Length}-{text.Length}.example");
        site.Page("/live", $"<html><head><meta http-equiv=refresh content=\"{refresh}\"></head><body>{string.Concat(Enumerable.Repeat(text, 30))}</body></html>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/live"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        (await crawler.Queries.WhyAsync(site.Url("/live"), None)).Documents.ShouldHaveSingleItem().FinalUrl.ShouldBe(site.Url("/live"));
    }

    [Fact]
    public async Task A_copy_for_phones_says_what_it_is_a_copy_of()
    {
        var site = web.Site("amp.example").Page("/amp/1", "<!doctype html><html ⚡ lang=en><head><link rel=canonical href=/story/1></head><body><p>story</p></body></html>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/amp/1"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        (await crawler.TargetAsync(site.Url("/amp/1"))).Detail.ShouldBe("An AMP page; its own address is http://amp.example/story/1");
    }

    [Theory]
    [InlineData("text/html", """<rss version="2.0"><channel><title>t</title><item><title>i</title><link>http://sniffed.example/i</link></item></channel></rss>""", true)]
    [InlineData("image/png", """<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>1</id><title>i</title><link href="http://sniffed.example/j"/></entry></feed>""", true)]
    [InlineData("application/rss+xml", "<html><body><p>no feed at all</p></body></html>", false)]
    [InlineData(null, "<html><body><p>no type at all</p></body></html>", false)]
    public async Task What_a_server_says_of_its_answer_is_believed_less_than_the_bytes(string? mediaType, string body, bool feed)
    {
        var site = web.Site("sniffed.example").Bytes($"/{body.Length}", System.Text.Encoding.UTF8.GetBytes(body), mediaType);
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url($"/{body.Length}"));

        await crawler.PassAsync(TimeSpan.FromSeconds(20));

        (await crawler.TargetAsync(site.Url($"/{body.Length}"))).ShouldSatisfyAllConditions(
            target => target.Status.ShouldBe(TargetStatus.Fetched), target => target.Entries.ShouldBe(feed ? 1 : null), target => (target.DocumentId is null).ShouldBe(feed));
    }

    [Fact]
    public async Task An_entry_that_leads_to_a_page_seen_before_is_not_fetched_again()
    {
        var feed = web.Site("counting.example");
        web.Site("counted.example").Page("/story", "<p>story</p>");
        feed.Redirect("/click/1", "http://counted.example/story").Redirect("/click/2", "http://counted.example/story");
        feed.Feed("/feed", """
            <rss version="2.0"><channel><title>c</title>
            <item><title>1</title><link>http://counted.example/story</link></item><item><title>2</title><link>http://counting.example/click/1</link></item>
            </channel></rss>
            """);
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(feed.Url("/feed"));

        await crawler.PassAsync(TimeSpan.FromMinutes(2));

        web.RequestsTo("counted.example").Count(request => request.PathAndQuery == "/story").ShouldBe(1);
        (await crawler.WhyAsync(feed.Url("/click/1"))).ShouldContain("not fetched (duplicate): It leads to http://counted.example/story");
    }

    [Fact]
    public async Task A_visit_that_fails_on_our_side_frees_its_host_at_once_and_is_planned_again_with_a_reason()
    {
        var site = web.Site("good.example").Page("/good", "<p>good</p>");
        await using var crawler = await Crawler.OpenAsync(web, Database, new() { ["Fetcher:Politeness:DelayPerHost"] = "00:00:00.010" }, realTime: true);
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
        var site = web.Site("orphan.example").Page("/a", "<p>a</p>");
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
        var site = web.Site("full.example").Page("/a", "<p>a</p>");
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
    public async Task A_page_is_given_up_after_enough_tries_and_says_how_it_failed()
    {
        var site = web.Site("fails.example").Status("/a", 500);
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/a"));

        await crawler.PassAsync(TimeSpan.FromDays(3));

        web.RequestsTo("fails.example").Count(request => request.PathAndQuery == "/a").ShouldBe(5);
        (await crawler.WhyAsync(site.Url("/a"))).ShouldContain("Given up after 5 tries (status)");
    }

    [Fact]
    public async Task Why_answers_for_an_address_in_the_queue_and_for_one_that_nobody_ever_saw()
    {
        var site = web.Site("queue.example");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/1"), site.Url("/2"));

        var view = await crawler.Queries.WhyAsync(site.Url("/2"), None);

        view.Explanation.ShouldContain("waiting for its turn at queue.example");
        view.Explanation.ShouldContain("where 2 addresses are due");
        view.Host!.Waiting.ShouldBe(2);
        (await crawler.Queries.WhyAsync("http://queue.example/3", None)).ShouldSatisfyAllConditions(
            unknown => unknown.Known.ShouldBeFalse(), unknown => unknown.Explanation.ShouldContain("never seen"), unknown => unknown.Host.ShouldBeNull());
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

    private Dictionary<string, string?> Database => new() { ["DataFolder"] = _folder.Path };

    /// <param name="hosts">Sites that the test sets up only after the crawler exists.</param>
    private async Task<Crawler> OpenAsync(params string[] hosts)
    {
        foreach (var host in hosts)
            web.Site(host);
        return await Crawler.OpenAsync(web, Database);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
