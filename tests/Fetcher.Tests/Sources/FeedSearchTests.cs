using Dateline.Fetcher.Sources;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Sources;

/// <summary>How a site is searched for the feed that is not where it was: a little, politely, and not at every poll.</summary>
public abstract class FeedSearchTests(DatabaseKind kind, PostgresFixture postgres) : SourceTests(kind, postgres)
{
    [Theory]
    [InlineData(410)]
    [InlineData(404)]
    [InlineData(403)]
    public async Task The_feed_that_the_home_page_announces_is_proposed_and_applied_with_one_call(int status)
    {
        Site.Status("/feed", status).Page("/", "<head><link rel=alternate type='application/atom+xml' href='/feed'><link rel=alternate type='application/rss+xml' href='/new.xml'></head>")
            .Feed("/new.xml", Rss.Feed(Host, ["a"], Start));
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();
        var failing = await Desk.FindAsync(id);
        var applied = await Desk.Registry.ApplyProposalAsync(id, None);
        await Desk.PollDueAsync();

        (failing.Proposal!.Kind, failing.Proposal.Url).ShouldBe(("feed-found", $"http://{Host}/new.xml"));
        var view = await Desk.FindAsync(id);
        (applied, view.Url, view.Entries, view.Health!.State, view.Proposal).ShouldBe((true, $"http://{Host}/new.xml", 1, "fine", null));
        Web.Requests.Count(request => request.PathAndQuery == "/feed").ShouldBe(1, "the address that fails is not asked again");
    }

    [Fact]
    public async Task A_page_where_the_feed_was_that_names_none_is_a_reason_too()
    {
        Site.Page("/blog/feed", "<p>Here was a feed.</p>").Page("/blog/", "<head><link rel=alternate type='application/rss+xml' href='/blog/rss.xml'></head>")
            .Feed("/blog/rss.xml", Rss.Feed(Host, ["a"], Start));
        var id = await Desk.AddAsync($"http://{Host}/blog/feed");

        await Desk.PollDueAsync();

        (await Desk.FindAsync(id)).Proposal!.Url.ShouldBe($"http://{Host}/blog/rss.xml");
    }

    [Fact]
    public async Task A_feed_is_found_where_feeds_usually_lie()
    {
        Site.Status("/feed", 410).Feed("/atom.xml", Rss.Feed(Host, ["a"], Start)).Feed("/feed.xml", Rss.Feed(Host, [], Start));
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();

        (await Desk.FindAsync(id)).Proposal!.Url.ShouldBe($"http://{Host}/atom.xml", "the other one has no entries");
    }

    [Fact]
    public async Task The_sitemap_of_robots_txt_is_the_last_resort()
    {
        Site.Status("/feed", 410).Robots($"User-agent: *\nSitemap: http://{Host}/all.xml\nSitemap: http://{Host}/news.xml\n")
            .Bytes("/news.xml", System.Text.Encoding.UTF8.GetBytes($"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>http://{Host}/1</loc></url></urlset>"), "application/xml");
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();

        (await Desk.FindAsync(id)).Proposal!.Url.ShouldBe($"http://{Host}/news.xml");
    }

    [Fact]
    public async Task A_feed_on_another_host_is_asked_there_without_the_sources_secrets()
    {
        Site.Status("/feed", 410).Page("/", $"<head><link rel=alternate type='application/rss+xml' href='http://{Other}/wire'></head>");
        Web.Site(Other).Redirect("/wire", $"http://{Third}/wire");
        Web.Site(Third).Feed("/wire", Rss.Feed(Third, ["a"], Start));
        var id = await Desk.AddAsync(Address, new SourceSettings { Cookie = "session=1" });

        await Desk.PollDueAsync();

        (await Desk.FindAsync(id)).Proposal!.Url.ShouldBe($"http://{Third}/wire");
        Web.Requests.Where(request => request.PathAndQuery == "/wire").ShouldAllBe(request => request.Header("Cookie") == null);
        Web.RequestsTo(Host).Single(request => request.PathAndQuery == "/").Header("Cookie").ShouldBe("session=1");
    }

    [Fact]
    public async Task A_site_without_a_feed_is_asked_a_dozen_times_and_not_at_every_poll()
    {
        var links = string.Concat(Enumerable.Range(0, 40).Select(i => $"<link rel=alternate type='application/rss+xml' href='/dead/{i}'>"));
        Site.Status("/feed", 404).Page("/", $"<head>{links}</head>").Robots(string.Concat(Enumerable.Range(0, 40).Select(i => $"Sitemap: /map-{i}.xml\n")));
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();
        var searched = Requests();
        var health = (await Desk.FindAsync(id)).Health!;
        while ((await Desk.FindAsync(id)).NextPollAt < Start.AddDays(7))
            await Desk.PollNextAsync(id);
        var unchanged = Requests();
        await Desk.PollNextAsync(id);

        (searched, unchanged, Requests()).ShouldBe((12, 12, 24));
        health.Summary.ShouldEndWith("Its site was searched for another feed on 2024-05-04 12:00 UTC, and none was found.");
        (await Desk.FindAsync(id)).Proposal.ShouldBeNull();

        int Requests() => Web.RequestsTo(Host).Count(request => request.PathAndQuery is not "/feed" and not "/robots.txt");
    }

    [Fact]
    public async Task What_robots_txt_closes_is_not_searched()
    {
        Site.Status("/feed", 410).Robots("User-agent: *\nDisallow: /").Page("/", "<link rel=alternate type='application/rss+xml' href='/new.xml'>");
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();

        Web.RequestsTo(Host).Select(request => request.PathAndQuery).ShouldBe(["/feed", "/robots.txt"]);
        (await Desk.FindAsync(id)).Proposal.ShouldBeNull();
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_server_that_is_busy_or_in_trouble_is_not_searched(int status)
    {
        Site.Status("/feed", status).Page("/", "<link rel=alternate type='application/rss+xml' href='/new.xml'>");
        await Desk.AddAsync(Address);

        await Desk.PollDueAsync();

        Web.RequestsTo(Host).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_search_ends_when_the_server_asks_for_quiet()
    {
        Site.Status("/feed", 410).Status("/", 429);
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();
        Desk.Time.Advance(TimeSpan.FromDays(1));
        await Desk.PollDueAsync();

        Web.RequestsTo(Host).Select(request => request.PathAndQuery).ShouldBe(["/feed", "/robots.txt", "/"]);
        (await Desk.RowAsync(id)).Search.ShouldBeNull();
    }

    [Fact]
    public async Task A_feed_that_stumbles_once_is_not_searched_for()
    {
        var up = true;
        Site.On("/feed", _ => up ? new SimulatedReply { Body = System.Text.Encoding.UTF8.GetBytes(Rss.Feed(Host, ["a"], Start)) } : new SimulatedReply { Status = 404 });
        var id = await Desk.AddAsync(Address);
        await Desk.PollDueAsync();

        up = false;
        await Desk.PollNextAsync(id);
        up = true;
        await Desk.PollNextAsync(id);

        Web.Requests.ShouldAllBe(request => request.PathAndQuery == "/feed");
        (await Desk.FindAsync(id)).Health!.State.ShouldBe("fine");
    }

    [Fact]
    public async Task A_source_that_is_removed_is_searched_for_no_longer()
    {
        Site.Status("/feed", 410);
        var id = await Desk.AddAsync(Address);
        var poll = (await Desk.Frontier.ClaimAsync(1, None)).Single();
        await Desk.Poll.RunAsync(poll, None);
        var search = (await Desk.Frontier.ClaimAsync(1, None)).Single();

        await Desk.Registry.RemoveAsync(id, None);
        await Desk.Searches.RunAsync(search, None);

        Web.RequestsTo(Host).Count.ShouldBe(1);
        (await Desk.HostAsync(Host)).LeasedUntil.ShouldBeNull();
        (await Desk.Frontier.ClaimAsync(10, None)).ShouldBeEmpty();
    }
}

public sealed class FeedSearchesOnSqlite(PostgresFixture postgres) : FeedSearchTests(DatabaseKind.Sqlite, postgres);

public sealed class FeedSearchesOnPostgres(PostgresFixture postgres) : FeedSearchTests(DatabaseKind.Postgres, postgres);
