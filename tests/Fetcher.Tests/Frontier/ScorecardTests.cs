using Dateline.Fetcher.Frontier;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Frontier;

/// <summary>A day in a news web with every kind of trouble, judged by its hosts: what a feed reader's score would say.</summary>
public sealed class ScorecardTests(SimulatedWeb web) : IClassFixture<SimulatedWeb>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly ScratchFolder _folder = new("scorecard");

    [Fact]
    public async Task Gets_all_that_can_be_had_and_every_host_is_content()
    {
        // A feed that trickles needs a clock that runs by itself.
        var troubles = Enum.GetValues<Trouble>().Except([Trouble.Trickles]).ToList();
        var world = new NewsWorld(web, troubles, papers: 2 * troubles.Count, articles: 4, number => $"<html><body><h1>Report {number}</h1></body></html>", TimeSpan.FromSeconds(20));
        await using var crawler = await Crawler.OpenAsync(web, new() { ["DataFolder"] = _folder.Path });
        var start = crawler.Now;
        web.Clock = () => crawler.Now - start;
        foreach (var paper in world.Papers)
            await crawler.AddSourceAsync(paper.Feed);

        await crawler.PassAsync(TimeSpan.FromHours(24));

        foreach (var paper in world.Papers)
        {
            var fetched = await crawler.FetchedPagesAsync(paper.Feed);
            fetched.ShouldBe(paper.Documents, paper.ToString());
        }

        foreach (var host in web.Requests.GroupBy(request => request.Host))
        {
            var conduct = Conduct.Of([.. host], Pause);
            conduct.Perfect.ShouldBeTrue($"{host.Key}: {conduct}");
        }

        var delayed = world.Papers.First(paper => paper.CrawlDelay is not null);
        Conduct.Of([.. web.RequestsTo(delayed.Host).Skip(2)], delayed.CrawlDelay!.Value).SoonerThanAllowed.ShouldBe(0, "after robots.txt was read");
        web.Requests.Where(request => request.PathAndQuery.StartsWith("/private", StringComparison.Ordinal)).ShouldBeEmpty();
        web.Requests.Count(request => request.Reply!.Status == 421).ShouldBe(0, "no host was asked that does not exist");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
