using Dateline.Fetcher.Frontier;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Frontier;

/// <summary>Many replicas, one host: never two requests at once, never a shorter gap, everything fetched once. The host itself is the judge.</summary>
public sealed class ReplicaTests(SimulatedWeb web, PostgresFixture postgres) : IClassFixture<SimulatedWeb>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Ten_replicas_share_one_hosts_budget()
    {
        var site = web.Site("one-host.example");
        var paths = Enumerable.Range(0, 1_000).Select(i => $"/{i}").ToList();
        foreach (var path in paths)
            site.Page(path, $"<p>{path}</p>");

        await CrawlAsync(site, paths, replicas: 10, new() { ["ConnectionStrings:Postgres"] = await postgres.CreateDatabaseAsync() }, TimeSpan.FromMilliseconds(3));

        Fetched(site).ShouldBe(paths.Append("/robots.txt").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_process_keeps_it_too()
    {
        using var folder = new ScratchFolder("replica");
        var site = web.Site("one-process.example");
        var paths = Enumerable.Range(0, 200).Select(i => $"/{i}").ToList();
        foreach (var path in paths)
            site.Page(path, $"<p>{path}</p>");

        await CrawlAsync(site, paths, replicas: 1, new() { ["DataFolder"] = folder.Path }, TimeSpan.FromMilliseconds(3));

        Fetched(site).ShouldBe(paths.Append("/robots.txt").Order(StringComparer.Ordinal));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_crawl_delay_binds_all_replicas()
    {
        var site = web.Site("delay.example").Robots("User-agent: *\nCrawl-delay: 0.08\n");
        var paths = Enumerable.Range(0, 50).Select(i => $"/{i}").ToList();
        foreach (var path in paths)
            site.Page(path, $"<p>{path}</p>");

        await CrawlAsync(site, paths, replicas: 5, new() { ["ConnectionStrings:Postgres"] = await postgres.CreateDatabaseAsync() }, TimeSpan.Zero, judgedBy: TimeSpan.FromMilliseconds(80));

        Fetched(site).ShouldBe(paths.Append("/robots.txt").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_server_that_asks_one_replica_for_time_gets_it_from_all()
    {
        var site = web.Site("asks.example");
        var paths = Enumerable.Range(0, 60).Select(i => $"/{i}").ToList();
        foreach (var (path, i) in paths.Select((path, i) => (path, i)))
        {
            var tries = 0;
            site.On(path, _ => i % 20 == 7 && Interlocked.Increment(ref tries) == 1
                ? new SimulatedReply { Status = i == 7 ? 429 : 503, Headers = new Dictionary<string, string> { ["Retry-After"] = "1" } }
                : new SimulatedReply { ContentType = "text/html", Body = "<p>here</p>"u8.ToArray() });
        }

        await CrawlAsync(site, paths, replicas: 5, new() { ["ConnectionStrings:Postgres"] = await postgres.CreateDatabaseAsync() }, TimeSpan.FromMilliseconds(3));

        web.RequestsTo(site.Host).Count(request => request.Reply!.Status is 429 or 503).ShouldBe(3);
        web.RequestsTo(site.Host).Count.ShouldBe(paths.Count + 3 + 1);
    }

    [Fact]
    public async Task A_replica_whose_clock_is_ahead_cuts_no_pause_short()
    {
        var site = web.Site("skewed.example").Page("/a", "<p>a</p>").Page("/b", "<p>b</p>");
        var database = new Dictionary<string, string?> { ["ConnectionStrings:Postgres"] = await postgres.CreateDatabaseAsync() };
        await using var right = await Crawler.OpenAsync(web, database);
        await using var ahead = await Crawler.OpenAsync(web, database);
        await ahead.PassAsync(TimeSpan.FromHours(1));
        await right.AskForAsync(site.Url("/a"), site.Url("/b"));

        await right.TurnAsync();

        (await ahead.Queue.ClaimAsync(10, CancellationToken.None)).ShouldBeEmpty();
    }

    /// <summary>Lets replicas fetch all of it, and judges how.</summary>
    private async Task CrawlAsync(SimulatedSite site, List<string> paths, int replicas, Dictionary<string, string?> database, TimeSpan pause, TimeSpan? judgedBy = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Fetcher:Politeness:DelayPerHost"] = pause.ToString(),
            ["Fetcher:Politeness:FirstRetry"] = "00:00:00.010",
        };
        var crawlers = new List<Crawler>();
        try
        {
            for (var i = 0; i < replicas; i++)
                crawlers.Add(await Crawler.OpenAsync(web, database, settings, realTime: true));
            await crawlers[0].AskForAsync([.. paths.Select(site.Url)]);
            await Task.WhenAll(crawlers.Select(crawler => crawler.StartAsync()));
            await Eventually.TrueAsync(async () => await crawlers[0].CountAsync(TargetStatus.Fetched) == paths.Count, Patience, () => $"{web.RequestsTo(site.Host).Count} requests");
        }
        finally
        {
            await Task.WhenAll(crawlers.Select(crawler => crawler.DisposeAsync().AsTask()));
        }

        var conduct = Conduct.Of(web.RequestsTo(site.Host), judgedBy ?? pause);
        (conduct.Overlapping, conduct.SoonerThanAllowed).ShouldBe((0, 0), $"{conduct}");
    }

    private IEnumerable<string> Fetched(SimulatedSite site) => web.RequestsTo(site.Host).Select(request => request.PathAndQuery).Order(StringComparer.Ordinal);
}
