using System.Text;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Sources;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Tests.Sources;

/// <summary>What sources promise on either database.</summary>
public abstract class SourceSuite : IAsyncLifetime
{
    private const string Host = "wire.test", Other = "moved.test", Address = "http://wire.test/feed";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Start = new(2024, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly SimulatedWeb _web = new();
    private SourceDesk _desk = null!;

    private SimulatedSite Site => _web.Site(Host);

    protected abstract Task<Dictionary<string, string?>> SettingsAsync();

    public async ValueTask InitializeAsync() => _desk = await SourceDesk.OpenAsync(await SettingsAsync(), _web, [Host, Other]);

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _web.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_source_that_was_deleted_meanwhile_does_not_hold_its_host()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a"], Start));
        var id = await _desk.AddAsync(Address);
        var claimed = (await _desk.Frontier.ClaimAsync(1, None)).Single();
        await _desk.Registry.RemoveAsync(id, None);

        await _desk.Poll.RunAsync(claimed, None);

        (await _desk.HostAsync(Host)).LeasedUntil.ShouldBeNull();
        _web.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_charset_of_the_header_is_believed()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var body = Encoding.GetEncoding("windows-1251").GetBytes(Rss.Feed(Host, ["Погода"], Start));
        Site.Bytes("/feed", body, "application/rss+xml; charset=windows-1251");
        await _desk.AddAsync(Address);

        await _desk.PollDueAsync();

        var hints = await _desk.Database.ReadAsync((db, token) => db.Targets.Where(row => row.Kind == TargetKind.Page).Select(row => row.FeedHints).SingleAsync(token), None);
        System.Text.Json.JsonDocument.Parse(hints!).RootElement.GetProperty("title").GetString().ShouldBe("Погода");
    }

    [Fact]
    public async Task An_address_is_a_source_once()
    {
        await _desk.AddAsync(Address);

        (await _desk.Registry.AddAsync(new Uri(Address), new SourceSettings(), TimeSpan.Zero, None)).ShouldBeNull();
    }

    [Fact]
    public async Task Entries_become_pages_to_fetch_once()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a", "b", "c"], Start));
        var id = await _desk.AddAsync(Address);

        await _desk.PollDueAsync();
        Site.Feed("/feed", Rss.Feed(Host, ["d", "a", "b"], Start.AddHours(1)));
        await _desk.PollNextAsync(id);

        var view = await _desk.FindAsync(id);
        (view.Title, view.Format, view.Entries, view.PendingTargets, view.LastStatus).ShouldBe(($"The {Host} wire", "rss", 4L, 4L, "ok"));
    }

    [Fact]
    public async Task Text_that_the_feed_carries_is_accepted_with_the_entry()
    {
        var text = string.Concat(Enumerable.Repeat("<p>The council met and decided nothing for once.</p>", 40));
        Site.Feed("/feed", $"<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><guid>1</guid><link>http://{Host}/1</link><content:encoded><![CDATA[{text}]]></content:encoded></item></channel></rss>");
        var id = await _desk.AddAsync(Address);

        await _desk.PollDueAsync();

        var view = await _desk.FindAsync(id);
        (view.Documents, view.PendingTargets, await _desk.AcceptedAsync()).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task Validators_come_back_verbatim_and_only_after_their_entries_were_kept()
    {
        Site.On("/feed", request => new SimulatedReply
        {
            Status = request.Header("If-None-Match") is null ? 200 : 304,
            ContentType = "text/xml",
            Body = request.Header("If-None-Match") is null ? Encoding.UTF8.GetBytes(Rss.Feed(Host, ["a"], Start)) : default,
            Headers = new Dictionary<string, string> { ["ETag"] = "W/odd \"tag\"", ["Last-Modified"] = "yesterday, or so" },
        });
        var id = await _desk.AddAsync(Address);

        await _desk.PollDueAsync();
        await _desk.PollNextAsync(id);

        var second = _web.Requests[1];
        (second.Header("If-None-Match"), second.Header("If-Modified-Since")).ShouldBe(("W/odd \"tag\"", "yesterday, or so"));
        (await _desk.FindAsync(id)).LastStatus.ShouldBe("not-modified");
    }

    [Fact]
    public async Task Fifty_restarts_in_ten_minutes_cost_no_extra_request()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a", "b", "c", "d"], Start));
        await _desk.AddAsync(Address);
        await _desk.PollDueAsync();

        for (var restart = 0; restart < 50; restart++)
        {
            _desk.Time.Advance(TimeSpan.FromSeconds(12));
            (await _desk.PollDueAsync()).ShouldBe(0);
        }

        _web.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_says_not_modified_for_ever_is_asked_for_the_whole_feed_after_a_week()
    {
        Site.On("/feed", request => request.Header("If-None-Match") is not null
            ? new SimulatedReply { Status = 304 }
            : new SimulatedReply { Body = Encoding.UTF8.GetBytes(Rss.Feed(Host, [$"item-{_web.Requests.Count}"], Start)), Headers = new Dictionary<string, string> { ["ETag"] = "\"same\"" } });
        var id = await _desk.AddAsync(Address);
        await _desk.PollDueAsync();

        while (_desk.Time.GetUtcNow() < Start.AddDays(9))
            await _desk.PollNextAsync(id);

        _web.Requests.Count(request => request.Header("If-None-Match") is null).ShouldBe(2);
        (await _desk.FindAsync(id)).Entries.ShouldBe(2);
    }

    [Fact]
    public async Task A_permanent_redirect_is_believed_when_it_was_seen_three_times()
    {
        Site.Redirect("/feed", $"http://{Other}/feed", 301);
        _web.Site(Other).Validated("/feed", Rss.Feed(Other, ["a"], Start), "application/rss+xml");
        var id = await _desk.AddAsync(Address);

        await _desk.PollDueAsync();
        (await _desk.FindAsync(id)).Proposal.ShouldNotBeNull().Url.ShouldBe($"http://{Other}/feed");
        await _desk.PollNextAsync(id);
        (await _desk.FindAsync(id)).Url.ShouldBe(Address);
        await _desk.PollNextAsync(id);
        await _desk.PollNextAsync(id);

        var view = await _desk.FindAsync(id);
        (view.Url, view.Proposal, view.Entries).ShouldBe(($"http://{Other}/feed", null, 1));
        _web.RequestsTo(Host).Count.ShouldBe(3);
        _web.RequestsTo(Other).Count(request => request.Header("If-None-Match") is null).ShouldBe(1);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_temporary_redirect_changes_nothing(int status)
    {
        Site.Redirect("/feed", $"http://{Other}/feed", status);
        _web.Site(Other).Feed("/feed", Rss.Feed(Other, ["a"], Start));
        var id = await _desk.AddAsync(Address);

        await _desk.PollDueAsync();
        for (var poll = 0; poll < 5; poll++)
            await _desk.PollNextAsync(id);

        var view = await _desk.FindAsync(id);
        (view.Url, view.Proposal, view.Entries).ShouldBe((Address, null, 1L));
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_asked_once_a_month()
    {
        Site.Status("/feed", 410);
        var id = await _desk.AddAsync(Address);

        await _desk.PollDueAsync();

        var view = await _desk.FindAsync(id);
        view.NextPollAt.ShouldBe(Start.AddDays(30));
        (view.Health!.State, view.Health.Cause, view.Health.Since).ShouldBe(("failing", SourceFailure.Gone, Start));
    }

    [Theory]
    [InlineData("7200")]
    [InlineData("Sat, 04 May 2024 14:00:00 GMT")]
    public async Task Retry_After_is_kept_in_both_forms(string retryAfter)
    {
        Site.Status("/feed", 429, ("Retry-After", retryAfter));
        var id = await _desk.AddAsync(Address);

        await _desk.PollDueAsync();

        var view = await _desk.FindAsync(id);
        (view.NextPollAt >= Start.AddHours(2)).ShouldBeTrue();
        (view.NextPollReason, view.Health!.Cause).ShouldBe(("the server asks to be left alone until then", SourceFailure.Blocked));
    }

    [Fact]
    public async Task A_source_that_failed_for_a_year_recovers_by_itself()
    {
        Site.Status("/feed", 500);
        var id = await _desk.AddAsync(Address);
        await _desk.PollDueAsync();
        while (_desk.Time.GetUtcNow() < Start.AddDays(365))
            await _desk.PollNextAsync(id);
        var polls = _web.Requests.Count;
        polls.ShouldBeInRange(20, 30);

        Site.Feed("/feed", Rss.Feed(Host, ["a"], _desk.Time.GetUtcNow()));
        await _desk.PollNextAsync(id);

        var view = await _desk.FindAsync(id);
        (view.Failures, view.LastError, view.Entries, view.Health!.State).ShouldBe((0, null, 1L, "fine"));
        (view.NextPollAt <= _desk.Time.GetUtcNow().AddHours(2)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_feed_without_dates_is_learnt_from_what_comes()
    {
        Site.Feed("/feed", "<rss><channel><item><guid>1</guid><link>http://pages.test/1</link></item></channel></rss>");
        var id = await _desk.AddAsync(Address);
        await _desk.PollDueAsync();
        (await _desk.FindAsync(id)).Health!.EntriesPerDay.ShouldBeNull();

        while (_desk.Time.GetUtcNow() < Start.AddDays(30))
            await _desk.PollNextAsync(id);

        (await _desk.FindAsync(id)).Health!.EntriesPerDay!.Value.ShouldBeLessThan(0.5);
        _web.Requests.Count.ShouldBeLessThan(250);
    }

    [Fact]
    public async Task A_page_where_the_feed_was_is_said_so_with_the_feed_it_links_to()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a"], Start));
        var id = await _desk.AddAsync(Address);
        await _desk.PollDueAsync();
        Site.Page("/feed", "<html><head><link rel=alternate type='application/atom+xml' href='/new.atom'></head><p>We moved.</p></html>");
        await _desk.PollNextAsync(id);

        var view = await _desk.FindAsync(id);
        (view.Health!.Cause, view.Url, view.Proposal!.Url).ShouldBe((SourceFailure.FormatChanged, Address, $"http://{Host}/new.atom"));

        (await _desk.Registry.ApplyProposalAsync(id, None)).ShouldBe(true);
        (await _desk.FindAsync(id)).Url.ShouldBe($"http://{Host}/new.atom");
        (await _desk.PollDueAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_feed_is_said_so_and_asked_as_usual()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a"], Start));
        var id = await _desk.AddAsync(Address);
        await _desk.PollDueAsync();
        Site.Feed("/feed", Rss.Feed(Host, [], Start));
        await _desk.PollNextAsync(id);

        var view = await _desk.FindAsync(id);
        (view.Health!.State, view.Failures).ShouldBe(("empty", 0));
    }

    [Fact]
    public async Task A_publisher_that_falls_silent_is_late()
    {
        Site.Feed("/feed", Rss.Feed(Host, Enumerable.Range(0, 24).Select(hour => $"item-{hour}"), Start));
        var id = await _desk.AddAsync(Address);
        await _desk.PollDueAsync();
        (await _desk.FindAsync(id)).Health!.State.ShouldBe("fine");

        _desk.Time.Advance(TimeSpan.FromHours(9));

        var health = (await _desk.FindAsync(id)).Health!;
        (health.State, health.Cause).ShouldBe(("late", "publisher-silent"));
        health.LateBy!.Value.ShouldBeInRange(TimeSpan.FromHours(5), TimeSpan.FromHours(6)); // one an hour: three are missed after three hours
    }

    [Fact]
    public async Task A_paused_source_is_not_asked_and_goes_on_where_it_was()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a"], Start));
        var id = await _desk.AddAsync(Address, new SourceSettings { Paused = true });
        (await _desk.PollDueAsync()).ShouldBe(0);

        await _desk.Registry.ChangeAsync(id, new SourceSettings { Paused = false }, None);

        (await _desk.PollDueAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Headers_cookie_and_user_agent_of_a_source_are_sent_and_not_shown()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a"], Start));
        var id = await _desk.AddAsync(Address, new SourceSettings { Headers = new Dictionary<string, string> { ["X-Token"] = "t" }, Cookie = "c=1", UserAgent = "Reader/2" });

        await _desk.PollDueAsync();

        var request = _web.Requests.Single();
        (request.Header("X-Token"), request.Header("Cookie"), request.Header("User-Agent")).ShouldBe(("t", "c=1", "Reader/2"));
        (await _desk.FindAsync(id)).HeaderNames.ShouldBe(["X-Token", "Cookie", "User-Agent"], ignoreOrder: true);
    }
}
