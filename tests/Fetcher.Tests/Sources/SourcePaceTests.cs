using System.Text;
using Dateline.Fetcher.Sources;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Sources;

/// <summary>When a source is asked: no more than needed, and again however long it failed.</summary>
public abstract class SourcePaceTests(DatabaseKind kind, PostgresFixture postgres) : SourceTests(kind, postgres)
{
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
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();
        await Desk.PollNextAsync(id);

        var second = Web.Requests[1];
        (second.Header("If-None-Match"), second.Header("If-Modified-Since")).ShouldBe(("W/odd \"tag\"", "yesterday, or so"));
        (await Desk.FindAsync(id)).LastStatus.ShouldBe("not-modified");
    }

    [Fact]
    public async Task Fifty_restarts_in_ten_minutes_cost_no_extra_request()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a", "b", "c", "d"], Start));
        await Desk.AddAsync(Address);
        await Desk.PollDueAsync();

        for (var restart = 0; restart < 50; restart++)
        {
            Desk.Time.Advance(TimeSpan.FromSeconds(12));
            (await Desk.PollDueAsync()).ShouldBe(0);
        }

        Web.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_says_not_modified_for_ever_is_asked_for_the_whole_feed_after_a_week()
    {
        Site.On("/feed", request => request.Header("If-None-Match") is not null
            ? new SimulatedReply { Status = 304 }
            : new SimulatedReply { Body = Encoding.UTF8.GetBytes(Rss.Feed(Host, [$"item-{Web.Requests.Count}"], Start)), Headers = new Dictionary<string, string> { ["ETag"] = "\"same\"" } });
        var id = await Desk.AddAsync(Address);
        await Desk.PollDueAsync();

        while (Desk.Time.GetUtcNow() < Start.AddDays(9))
            await Desk.PollNextAsync(id);

        Web.Requests.Count(request => request.Header("If-None-Match") is null).ShouldBe(2);
        (await Desk.FindAsync(id)).Entries.ShouldBe(2);
    }

    [Theory]
    [InlineData("7200")]
    [InlineData("Sat, 04 May 2024 14:00:00 GMT")]
    public async Task Retry_After_is_kept_in_both_forms(string retryAfter)
    {
        Site.Status("/feed", 429, ("Retry-After", retryAfter));
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();

        var view = await Desk.FindAsync(id);
        (view.NextPollAt >= Start.AddHours(2)).ShouldBeTrue();
        (view.NextPollReason, view.Health!.Cause).ShouldBe(("the server asks to be left alone until then", SourceFailure.Blocked));
    }

    [Fact]
    public async Task A_source_that_failed_for_a_year_recovers_by_itself()
    {
        Site.Status("/feed", 500);
        var id = await Desk.AddAsync(Address);
        await Desk.PollDueAsync();
        while (Desk.Time.GetUtcNow() < Start.AddDays(365))
            await Desk.PollNextAsync(id);
        var polls = Web.Requests.Count;
        polls.ShouldBeInRange(20, 30);

        Site.Feed("/feed", Rss.Feed(Host, ["a"], Desk.Time.GetUtcNow()));
        await Desk.PollNextAsync(id);

        var view = await Desk.FindAsync(id);
        (view.Failures, view.LastError, view.Entries, view.Health!.State).ShouldBe((0, null, 1L, "fine"));
        (view.NextPollAt <= Desk.Time.GetUtcNow().AddHours(2)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_feed_without_dates_is_learnt_from_what_comes()
    {
        Site.Feed("/feed", "<rss><channel><item><guid>1</guid><link>http://pages.test/1</link></item></channel></rss>");
        var id = await Desk.AddAsync(Address);
        await Desk.PollDueAsync();
        (await Desk.FindAsync(id)).Health!.EntriesPerDay.ShouldBeNull();

        while (Desk.Time.GetUtcNow() < Start.AddDays(30))
            await Desk.PollNextAsync(id);

        (await Desk.FindAsync(id)).Health!.EntriesPerDay!.Value.ShouldBeLessThan(0.5);
        Web.Requests.Count.ShouldBeLessThan(250);
    }

    [Theory]
    [InlineData("180")]
    [InlineData("Sat, 04 May 2024 12:03:00 GMT")]
    public async Task A_busy_server_is_asked_again_exactly_when_it_says(string retryAfter)
    {
        Site.Status("/feed", 429, ("Retry-After", retryAfter));
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();

        (await Desk.FindAsync(id)).NextPollAt.ShouldBe(Start.AddMinutes(3));
    }
}

public sealed class SourcePaceOnSqlite(PostgresFixture postgres) : SourcePaceTests(DatabaseKind.Sqlite, postgres);

public sealed class SourcePaceOnPostgres(PostgresFixture postgres) : SourcePaceTests(DatabaseKind.Postgres, postgres);
