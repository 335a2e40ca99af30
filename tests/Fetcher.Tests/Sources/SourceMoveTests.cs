using System.Text;
using Dateline.Fetcher.Sources;
using Dateline.Persistence;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Tests.Sources;

/// <summary>Where a source goes when its server redirects it.</summary>
public abstract class SourceMoveTests(DatabaseKind kind, PostgresFixture postgres) : SourceTests(kind, postgres)
{
    [Fact]
    public async Task A_permanent_redirect_is_believed_when_it_was_seen_three_times()
    {
        Site.Redirect("/feed", $"http://{Other}/feed", 301);
        Web.Site(Other).Validated("/feed", Rss.Feed(Other, ["a"], Start), "application/rss+xml");
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();
        (await Desk.FindAsync(id)).Proposal.ShouldNotBeNull().Url.ShouldBe($"http://{Other}/feed");
        await Desk.PollNextAsync(id);
        (await Desk.FindAsync(id)).Url.ShouldBe(Address);
        await Desk.PollNextAsync(id);
        await Desk.PollNextAsync(id);

        var view = await Desk.FindAsync(id);
        (view.Url, view.Proposal, view.Entries).ShouldBe(($"http://{Other}/feed", null, 1));
        Web.RequestsTo(Host).Count.ShouldBe(3);
        Web.RequestsTo(Other).Count(request => request.Header("If-None-Match") is null).ShouldBe(1);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_temporary_redirect_changes_nothing(int status)
    {
        Site.Redirect("/feed", $"http://{Other}/feed", status);
        Web.Site(Other).Feed("/feed", Rss.Feed(Other, ["a"], Start));
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();
        for (var poll = 0; poll < 5; poll++)
            await Desk.PollNextAsync(id);

        var view = await Desk.FindAsync(id);
        (view.Url, view.Proposal, view.Entries).ShouldBe((Address, null, 1L));
    }

    [Fact]
    public async Task A_feed_on_another_host_waits_for_that_hosts_turn_and_asks_the_first_one_once()
    {
        Site.Redirect("/feed", $"http://{Other}/feed", 302);
        Web.Site(Other).Feed("/feed", Rss.Feed(Other, ["a"], Start));
        var id = await Desk.AddAsync(Address);
        await Desk.AddAsync($"http://{Other}/busy", new SourceSettings { Paused = true });
        await BusyUntilAsync(Other, new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await Desk.PollDueAsync();
        var waiting = await Desk.FindAsync(id);
        await BusyUntilAsync(Other, null);
        await Desk.PollDueAsync();

        waiting.NextPollReason.ShouldBe($"it redirects to {Other}, and waits for its turn there");
        (await Desk.FindAsync(id)).ShouldSatisfyAllConditions(view => view.Entries.ShouldBe(1), view => view.Url.ShouldBe(Address));
        Web.Requests.Select(request => request.Host).ShouldBe([Host, Other]);
        (await Desk.HostAsync(Host)).LeasedUntil.ShouldBeNull();
        (await Desk.HostAsync(Other)).LeasedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task A_feed_that_has_moved_over_several_hosts_moves_as_far_as_it_is_for_good()
    {
        Site.Redirect("/feed", $"http://{Other}/feed", 308);
        Web.Site(Other).Redirect("/feed", "/rss").Redirect("/rss", $"http://{Third}/today", 302);
        Web.Site(Third).Feed("/today", Rss.Feed(Third, ["a"], Start));
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();
        (await Desk.FindAsync(id)).Proposal!.Url.ShouldBe($"http://{Other}/rss");
        await Desk.PollNextAsync(id);
        await Desk.PollNextAsync(id);

        var view = await Desk.FindAsync(id);
        (view.Url, view.Entries, view.LastStatus).ShouldBe(($"http://{Other}/rss", 1, "ok"));
    }

    [Fact]
    public async Task A_feed_that_is_sent_from_host_to_host_in_a_circle_fails_and_says_so()
    {
        Site.Redirect("/feed", $"http://{Other}/feed");
        Web.Site(Other).Redirect("/feed", $"http://{Third}/feed");
        Web.Site(Third).Redirect("/feed", $"http://{Other}/feed");
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();

        var view = await Desk.FindAsync(id);
        (view.Health!.Cause, view.Failures).ShouldBe((SourceFailure.Moved, 1));
        Web.Requests.Count(request => request.PathAndQuery == "/feed").ShouldBeLessThanOrEqualTo(10);
        view.NextPollAt!.Value.ShouldBeGreaterThan(Start);
        await Desk.PollNextAsync(id);
        Web.RequestsTo(Host).Count(request => request.PathAndQuery == "/feed").ShouldBe(2, "the next poll begins at its own address again");
    }

    [Fact]
    public async Task What_a_source_tells_its_own_host_stays_there()
    {
        Site.Redirect("/feed", "/rss", 302).Redirect("/rss", $"http://{Other}/feed", 302);
        Web.Site(Other).Feed("/feed", Rss.Feed(Other, ["a"], Start));
        await Desk.AddAsync(Address, new SourceSettings { Cookie = "session=1", Headers = new Dictionary<string, string> { ["X-Key"] = "k" } });

        await Desk.PollDueAsync();

        Web.Requests.Select(request => (request.Host, request.Header("Cookie"), request.Header("X-Key"))).ShouldBe(
            [(Host, "session=1", "k"), (Host, "session=1", "k"), (Other, null, null)]);
    }

    [Fact]
    public async Task Another_host_gets_back_its_own_validators_and_no_others()
    {
        var direct = true;
        Site.On("/feed", _ => direct
            ? new SimulatedReply { Body = System.Text.Encoding.UTF8.GetBytes(Rss.Feed(Host, ["a"], Start)), Headers = new Dictionary<string, string> { ["ETag"] = "\"own\"" } }
            : new SimulatedReply { Status = 302, Headers = new Dictionary<string, string> { ["Location"] = $"http://{Other}/feed" } });
        Web.Site(Other).Validated("/feed", Rss.Feed(Other, ["b"], Start), "application/rss+xml");
        var id = await Desk.AddAsync(Address);
        await Desk.PollDueAsync();
        direct = false;

        await Desk.PollNextAsync(id);
        await Desk.PollNextAsync(id);

        Web.RequestsTo(Host).Select(request => request.Header("If-None-Match")).ShouldBe([null, "\"own\"", null]);
        Web.RequestsTo(Other).Select(request => request.Reply!.Status).ShouldBe([200, 304]);
    }

    private Task BusyUntilAsync(string host, DateTime? until) => Desk.Database.WriteAsync((db, token) => db.Hosts.Where(row => row.Name == host)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until), token), None);
}

public sealed class SourceMovesOnSqlite(PostgresFixture postgres) : SourceMoveTests(DatabaseKind.Sqlite, postgres);

public sealed class SourceMovesOnPostgres(PostgresFixture postgres) : SourceMoveTests(DatabaseKind.Postgres, postgres);
