using System.Globalization;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Sources;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Frontier;

/// <summary>How a site's robots.txt is asked for, believed and kept.</summary>
public sealed class RobotsTests(SimulatedWeb web) : CrawlTests(web)
{
    [Theory]
    [InlineData("broken", 500)]
    [InlineData("busy", 503)]
    [InlineData("hasty", 429)]
    [InlineData("dead", 0)]
    public async Task Pages_wait_for_a_robots_txt_that_cannot_be_had_and_lose_no_try_meanwhile(string name, int status)
    {
        var host = $"{name}-robots.example";
        var up = false;
        var site = Web.Site(host).Page("/a", "<p>a</p>").Page("/b", "<p>b</p>").On("/robots.txt", _ => up ? new SimulatedReply { Status = 404 }
            : status == 0 ? new SimulatedReply { Abort = true, Body = "User-agent: *"u8.ToArray() } : new SimulatedReply { Status = status });
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/a"), site.Url("/b"));

        await crawler.PassAsync(TimeSpan.FromDays(2));

        Web.RequestsTo(host).ShouldAllBe(request => request.PathAndQuery == "/robots.txt");
        Web.RequestsTo(host).Count.ShouldBeInRange(5, 20, "it is asked ever more rarely");
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
    public async Task After_thirty_days_a_robots_txt_that_cannot_be_had_counts_as_none()
    {
        var site = Web.Site("never-robots.example").Page("/a", "<p>a</p>").Status("/robots.txt", 500);
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
        var site = Web.Site(host).Page("/a", "<p>a</p>").On("/robots.txt", _ =>
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
        var site = Web.Site("forbids.example").Robots("User-agent: *\nDisallow: /private\n").Page("/private/a", "<p>a</p>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/private/a"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        Web.RequestsTo("forbids.example").Select(request => request.PathAndQuery).ShouldBe(["/robots.txt"]);
        (await crawler.WhyAsync(site.Url("/private/a"))).ShouldContain("not fetched (robots)");
        (await crawler.WhyAsync(site.Url("/private/a"))).ShouldContain("Disallow: /private");
    }

    [Fact]
    public async Task A_robots_txt_is_asked_for_once_in_its_time_and_cut_where_it_is_endless()
    {
        var endless = "User-agent: *\nDisallow: /x\n" + string.Concat(Enumerable.Repeat("# filler\n", 90_000)) + "Disallow: /\n";
        var site = Web.Site("endless-robots.example").Robots(endless);
        for (var i = 0; i < 4; i++)
            site.Page($"/{i}", $"<p>{i}</p>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync([.. Enumerable.Range(0, 4).Select(i => site.Url($"/{i}"))]);

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        (await crawler.CountAsync(TargetStatus.Fetched)).ShouldBe(4);
        Web.RequestsTo("endless-robots.example").Count(request => request.PathAndQuery == "/robots.txt").ShouldBe(1);
    }

    [Fact]
    public async Task A_crawl_delay_is_kept_between_all_requests()
    {
        await using var crawler = await OpenAsync("slowly.example");
        var seen = new List<DateTimeOffset>();
        var site = Web.Site("slowly.example").Robots("User-agent: *\nCrawl-delay: 40\n");
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
    public async Task Rules_that_lie_on_another_host_are_asked_for_in_that_hosts_turns()
    {
        var rules = Web.Site("rules.example").Bytes("/shared.txt", "User-agent: *\nDisallow: /closed\n"u8.ToArray(), "text/plain");
        var sites = Enumerable.Range(0, 6).Select(i => Web.Site($"tenant-{i}.example")).ToList();
        foreach (var site in sites)
            site.Redirect("/robots.txt", rules.Url("/shared.txt")).Page("/open", "<p>open</p>").Page("/closed", "<p>closed</p>");
        var pause = TimeSpan.FromMilliseconds(150);
        await using var crawler = await Crawler.OpenAsync(Web, Database, new() { ["Fetcher:Politeness:DelayPerHost"] = pause.ToString() }, realTime: true);
        await crawler.AskForAsync([.. sites.SelectMany(site => new[] { site.Url("/open"), site.Url("/closed") })]);

        await crawler.StartAsync();
        await Eventually.TrueAsync(async () => await crawler.CountAsync(TargetStatus.Waiting) == 0, TimeSpan.FromSeconds(60), () => "not all were visited");
        await crawler.StopAsync();

        (await crawler.CountAsync(TargetStatus.Fetched), await crawler.CountAsync(TargetStatus.Unfetched)).ShouldBe((6, 6));
        Web.RequestsTo(rules.Host).Count.ShouldBe(6);
        foreach (var host in sites.Append(rules))
            Conduct.Of(Web.RequestsTo(host.Host), pause).ShouldSatisfyAllConditions(conduct => conduct.Overlapping.ShouldBe(0), conduct => conduct.SoonerThanAllowed.ShouldBe(0));
    }

    [Fact]
    public async Task Rules_behind_a_circle_of_hosts_count_as_none()
    {
        var site = Web.Site("round.example").Redirect("/robots.txt", "http://about.example/").Page("/a", "<p>a</p>");
        Web.Site("about.example").Redirect("/", "http://round.example/robots.txt");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/a"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        (await crawler.CountAsync(TargetStatus.Fetched)).ShouldBe(1);
        Web.RequestsTo("about.example").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_source_whose_pages_are_closed_to_us_says_so()
    {
        var site = Web.Site("closed-pages.example").Robots("User-agent: *\nDisallow: /news/\n");
        site.Feed("/feed", $"<rss version='2.0'><channel><title>c</title><item><title>1</title><link>{site.Url("/news/1")}</link></item></channel></rss>");
        await using var crawler = await OpenAsync();
        await crawler.AddSourceAsync(site.Url("/feed"));

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        var health = (await crawler.Get<SourceQueries>().ListAsync(None)).Single().Health!;
        (health.State, health.Cause, health.ForbiddenPages, health.Summary).ShouldBe(("fine", "robots", 1, "The feed is fine, but robots.txt closes 1 of its pages to us."));
    }
}
