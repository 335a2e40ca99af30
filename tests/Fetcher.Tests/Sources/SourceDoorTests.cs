using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Sources;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Sources;

public sealed class SourceDoorTests : IAsyncLifetime, IDisposable
{
    private const string Host = "site.test";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Start = new(2024, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly ScratchFolder _folder = new("doors");
    private readonly SimulatedWeb _web = new();
    private SourceDesk _desk = null!;

    private SimulatedSite Site => _web.Site(Host);

    public async ValueTask InitializeAsync() =>
        _desk = await SourceDesk.OpenAsync(new Dictionary<string, string?> { ["DataFolder"] = _folder.Path }, _web, [Host]);

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _web.DisposeAsync();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_feed_is_added_and_polled_with_one_request()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a", "b"], Start));

        var receipt = (await AddAsync("/feed")).ShouldHaveSingleItem();

        var view = await _desk.FindAsync(receipt.Id!.Value);
        (receipt.Outcome, view.Entries, view.LastStatus, _web.Requests.Count).ShouldBe((SourceReceipt.Added, 2, "ok", 1));
        (view.NextPollAt > _desk.Time.GetUtcNow()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_site_is_added_by_the_feed_that_its_page_announces()
    {
        Site.Page("/", "<head><link rel='alternate' type='application/rss+xml' title='All comments' href='/comments/feed'><LINK href=\"/feed?a=1&amp;b=2\" type=\"application/rss+xml\" rel=\"alternate\"></head>");

        var receipt = (await AddAsync("/")).ShouldHaveSingleItem();

        (receipt.Outcome, receipt.Url).ShouldBe((SourceReceipt.Added, $"http://{Host}/feed?a=1&b=2"));
    }

    [Fact]
    public async Task A_site_that_announces_nothing_is_added_by_a_feed_at_a_usual_path()
    {
        Site.Page("/", "<p>Welcome</p>").Feed("/feed.xml", Rss.Feed(Host, ["a"], Start));

        (await AddAsync("/")).ShouldHaveSingleItem().Url.ShouldBe($"http://{Host}/feed.xml");
    }

    [Fact]
    public async Task A_site_without_a_feed_is_added_by_the_news_sitemap_of_its_robots_txt()
    {
        Site.Page("/", "<p>Welcome</p>").Robots("User-agent: *\nSitemap: /all.xml\nSitemap: http://site.test/news-map.xml # newest");

        (await AddAsync("/")).ShouldHaveSingleItem().Url.ShouldBe($"http://{Host}/news-map.xml");
    }

    [Fact]
    public async Task A_page_that_leads_to_no_feed_is_refused_and_says_what_to_do()
    {
        Site.Page("/", "<p>Welcome</p>");

        var receipt = (await AddAsync("/")).ShouldHaveSingleItem();

        receipt.Outcome.ShouldBe(SourceReceipt.Refused);
        receipt.Problem!.ShouldContain("announces no feed");
        (await _desk.Queries.ListAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_does_not_answer_now_is_added_and_says_why_it_fails()
    {
        Site.Status("/feed", 503);

        var receipt = (await AddAsync("/feed")).ShouldHaveSingleItem();

        (await _desk.FindAsync(receipt.Id!.Value)).Health!.State.ShouldBe("failing");
    }

    [Fact]
    public async Task A_subscription_list_gets_a_receipt_per_line()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a"], Start));
        await AddAsync("/feed");
        Site.Bytes("/list.opml", """
            <opml version="1.0"><body><outline text="Local"><outline text="Known" xmlUrl="http://site.test/feed"/><outline text="New" xmlUrl="http://site.test/new"/></outline>
            <outline text="Inner" xmlUrl="http://10.0.0.7/feed"/><outline text="Old" xmlUrl="gopher://site.test/feed"/></body></opml>
            """u8.ToArray(), "text/x-opml");

        var receipts = await AddAsync("/list.opml");

        receipts.Select(receipt => (receipt.Title, receipt.Outcome)).ShouldBe([("Known", "known"), ("New", "added"), ("Inner", "refused"), ("Old", "refused")]);
        (await _desk.FindAsync(receipts[1].Id!.Value)).Tags.ShouldBe(["Local"]);
    }

    [Fact]
    public async Task What_is_exported_comes_in_again_with_its_settings()
    {
        var id = await _desk.AddAsync("http://site.test/a?x=1&y=2", new SourceSettings
        {
            Title = "Quotes \" & <signs>",
            Pages = PageFetching.Never,
            MinIntervalMinutes = 30,
            MaxIntervalMinutes = 600,
            UserAgent = "Reader/2",
            Paused = true,
            Tags = ["Local"],
            Cookie = "secret=1",
        });
        var before = await _desk.Registry.SettingsAsync(id, None);

        var opml = SubscriptionExport(await _desk.Queries.RowsAsync(None));
        await _desk.Registry.RemoveAsync(id, None);
        Site.Bytes("/list.opml", System.Text.Encoding.UTF8.GetBytes(opml), "text/x-opml");
        var added = (await AddAsync("/list.opml")).ShouldHaveSingleItem();

        var after = await _desk.Registry.SettingsAsync(added.Id!.Value, None);
        opml.ShouldNotContain("secret");
        SourceSettingsText(after!).ShouldBe(SourceSettingsText(before! with { Cookie = null }));
    }

    [Fact]
    public async Task A_preview_shows_what_would_come_in_and_stores_nothing()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a", "b"], Start));

        var preview = await _desk.Door.PreviewAsync(new Uri(Site.Url("/feed")), new SourceSettings(), None);

        (preview.Kind, preview.Format, preview.Title, preview.Total).ShouldBe(("feed", "rss", $"The {Host} wire", 2));
        preview.Entries[0].ShouldBe(new PreviewEntry("a", $"{Rss.Pages}/a", Start, "page", false));
        (await _desk.Queries.ListAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_preview_of_a_page_answers_with_the_feeds_it_links_to()
    {
        Site.Page("/", "<head><link rel='alternate' type='application/atom+xml' title='News' href='/news.atom'></head>");

        var preview = await _desk.Door.PreviewAsync(new Uri(Site.Url("/")), new SourceSettings(), None);

        (preview.Kind, preview.Feeds.ShouldHaveSingleItem()).ShouldBe(("page", new LinkedFeed($"http://{Host}/news.atom", "News", "application/atom+xml")));
    }

    private Task<IReadOnlyList<SourceReceipt>> AddAsync(string path) => _desk.Door.AddAsync(new Uri(Site.Url(path)), new SourceSettings(), None);

    private string SubscriptionExport(IEnumerable<Source> sources) => SubscriptionList.Write(sources, _desk.Time.GetUtcNow());

    private static string SourceSettingsText(SourceSettings settings) => System.Text.Json.JsonSerializer.Serialize(settings);
}
