using Dateline.Fetcher.Sources;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Sources;

/// <summary>What is said of a source that does not do well.</summary>
public abstract class SourceHealthTests(DatabaseKind kind, PostgresFixture postgres) : SourceTests(kind, postgres)
{
    [Fact]
    public async Task A_feed_that_is_gone_is_asked_once_a_month()
    {
        Site.Status("/feed", 410);
        var id = await Desk.AddAsync(Address);

        await Desk.PollDueAsync();

        var view = await Desk.FindAsync(id);
        view.NextPollAt.ShouldBe(Start.AddDays(30));
        (view.Health!.State, view.Health.Cause, view.Health.Since).ShouldBe(("failing", SourceFailure.Gone, Start));
    }

    [Fact]
    public async Task A_page_where_the_feed_was_is_said_so_with_the_feed_it_links_to()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a"], Start));
        var id = await Desk.AddAsync(Address);
        await Desk.PollDueAsync();
        Site.Page("/feed", "<html><head><link rel=alternate type='application/atom+xml' href='/new.atom'></head><p>We moved.</p></html>");
        await Desk.PollNextAsync(id);

        var view = await Desk.FindAsync(id);
        (view.Health!.Cause, view.Url, view.Proposal!.Url).ShouldBe((SourceFailure.FormatChanged, Address, $"http://{Host}/new.atom"));

        (await Desk.Registry.ApplyProposalAsync(id, None)).ShouldBe(true);
        (await Desk.FindAsync(id)).Url.ShouldBe($"http://{Host}/new.atom");
        (await Desk.PollDueAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_feed_is_said_so_and_asked_as_usual()
    {
        Site.Feed("/feed", Rss.Feed(Host, ["a"], Start));
        var id = await Desk.AddAsync(Address);
        await Desk.PollDueAsync();
        Site.Feed("/feed", Rss.Feed(Host, [], Start));
        await Desk.PollNextAsync(id);

        var view = await Desk.FindAsync(id);
        (view.Health!.State, view.Failures).ShouldBe(("empty", 0));
    }

    [Fact]
    public async Task A_publisher_that_falls_silent_is_late()
    {
        Site.Feed("/feed", Rss.Feed(Host, Enumerable.Range(0, 24).Select(hour => $"item-{hour}"), Start));
        var id = await Desk.AddAsync(Address);
        await Desk.PollDueAsync();
        (await Desk.FindAsync(id)).Health!.State.ShouldBe("fine");

        Desk.Time.Advance(TimeSpan.FromHours(9));

        var health = (await Desk.FindAsync(id)).Health!;
        (health.State, health.Cause).ShouldBe(("late", "publisher-silent"));
        health.LateBy!.Value.ShouldBeInRange(TimeSpan.FromHours(5), TimeSpan.FromHours(6)); // one an hour: three are missed after three hours
    }
}

public sealed class SourcesHealthOnSqlite(PostgresFixture postgres) : SourceHealthTests(DatabaseKind.Sqlite, postgres);

public sealed class SourcesHealthOnPostgres(PostgresFixture postgres) : SourceHealthTests(DatabaseKind.Postgres, postgres);
