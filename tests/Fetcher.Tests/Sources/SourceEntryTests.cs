using System.Text;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Sources;
using Dateline.Persistence;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Tests.Sources;

/// <summary>What becomes of a feed's entries, and with which settings it is asked.</summary>
public abstract class SourceEntryTests(DatabaseKind kind, PostgresFixture postgres) : SourceTests(kind, postgres)
{
    [Fact]
    public async Task A_source_that_was_deleted_meanwhile_does_not_hold_its_host()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a"], Start));
        var id = await Desk.AddAsync(Address);
        var claimed = (await Desk.Frontier.ClaimAsync(1, None)).Single();
        await Desk.Registry.RemoveAsync(id, None);

        await Desk.Poll.RunAsync(claimed, None);

        (await Desk.HostAsync(Host)).LeasedUntil.ShouldBeNull();
        Web.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_charset_of_the_header_is_believed()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var body = Encoding.GetEncoding("windows-1251").GetBytes(Rss.Feed(Host, ["Погода"], Start));
        Site.Bytes("/feed", body, "application/rss+xml; charset=windows-1251");
        await Desk.AddAsync(Address);

        await Desk.PollDueAsync();

        var hints = await Desk.Database.ReadAsync((db, token) => db.Targets.Where(row => row.Kind == TargetKind.Page).Select(row => row.FeedHints).SingleAsync(token), None);
        System.Text.Json.JsonDocument.Parse(hints!).RootElement.GetProperty("title").GetString().ShouldBe("Погода");
    }

    [Fact]
    public async Task An_address_is_a_source_once()
    {
        await Desk.AddAsync(Address);

        (await Desk.Registry.AddAsync(new Uri(Address), new SourceSettings(), TimeSpan.Zero, None)).ShouldBeNull();
    }

    [Fact]
    public async Task Entries_become_pages_to_fetch_once()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a", "b", "c"], Start));
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();
        Site.Feed("/feed", Rss.Feed(Host, ["d", "a", "b"], Start.AddHours(1)));
        await Desk.PollNextAsync(id);

        var view = await Desk.FindAsync(id);
        (view.Title, view.Format, view.Entries, view.PendingTargets, view.LastStatus).ShouldBe(($"The {Host} wire", "rss", 4L, 4L, "ok"));
    }

    [Fact]
    public async Task Text_that_the_feed_carries_is_accepted_with_the_entry()
    {
        var text = string.Concat(Enumerable.Repeat("<p>The council met and decided nothing for once.</p>", 40));
        Site.Feed("/feed", $"<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><guid>1</guid><link>http://{Host}/1</link><content:encoded><![CDATA[{text}]]></content:encoded></item></channel></rss>");
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();

        var view = await Desk.FindAsync(id);
        (view.Documents, view.PendingTargets, await Desk.AcceptedAsync()).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task A_paused_source_is_not_asked_and_goes_on_where_it_was()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a"], Start));
        var id = await Desk.AddAsync(Address, new SourceSettings { Paused = true });
        (await Desk.PollDueAsync()).ShouldBe(0);

        await Desk.Registry.ChangeAsync(id, new SourceSettings { Paused = false }, None);

        (await Desk.PollDueAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Headers_cookie_and_user_agent_of_a_source_are_sent_and_not_shown()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a"], Start));
        var id = await Desk.AddAsync(Address, new SourceSettings { Headers = new Dictionary<string, string> { ["X-Token"] = "t" }, Cookie = "c=1", UserAgent = "Reader/2" });

        await Desk.PollDueAsync();

        var request = Web.Requests.Single();
        (request.Header("X-Token"), request.Header("Cookie"), request.Header("User-Agent")).ShouldBe(("t", "c=1", "Reader/2"));
        (await Desk.FindAsync(id)).HeaderNames.ShouldBe(["X-Token", "Cookie", "User-Agent"], ignoreOrder: true);
    }

    [Fact]
    public async Task Entries_and_what_is_noted_with_them_are_kept_together_or_not_at_all()
    {
        new FeedReader(new FeedOptions()).TryRead(Encoding.UTF8.GetBytes(Rss.Feed(Host, ["a", "b"], Start)), null, Address, out var feed).ShouldBeTrue();
        var origin = new EntryOrigin { Pages = PageFetching.Always };

        await Should.ThrowAsync<InvalidOperationException>(() => Desk.Entries.KeepAsync(feed!, origin, (_, _, _) => throw new InvalidOperationException("stop"), None));
        var afterFailure = await Desk.Database.ReadAsync((db, token) => db.Targets.CountAsync(token), None);
        var kept = await Desk.Entries.KeepAsync(feed!, origin, (_, _, _) => Task.CompletedTask, None);

        (afterFailure, kept.New).ShouldBe((0, 2));
    }
}

public sealed class SourceEntriesOnSqlite(PostgresFixture postgres) : SourceEntryTests(DatabaseKind.Sqlite, postgres);

public sealed class SourceEntriesOnPostgres(PostgresFixture postgres) : SourceEntryTests(DatabaseKind.Postgres, postgres);
