using Dateline.Contracts;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Quarantine;
using Dateline.Persistence;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Tests.Ledger;

/// <summary>What the ledger hands out, to whom, and how often.</summary>
public abstract class OutboxTests(DatabaseKind kind, PostgresFixture postgres) : LedgerTests(kind, postgres)
{
    [Fact]
    public async Task Claimers_never_get_the_same_document()
    {
        await using var desk = await OpenAsync();
        for (var i = 0; i < 40; i++)
            await desk.AcceptAsync($"text {i}");

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Outbox.ClaimAsync(None)));

        claims.SelectMany(claim => claim).Select(entry => entry.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task What_the_server_said_goes_down_the_line_each_time()
    {
        await using var desk = await OpenAsync();
        var id = (await desk.Intake.AcceptAsync(Desk.Text("a") with { Response = new ResponseFacts { Robots = ["noai"], TdmReservation = "1" } }, None)).DocumentId;
        await AnswersAsync();
        await desk.SettleAsync(id, Fate.Stored);
        (await desk.Replay.PreviewAsync(new ReplaySelection { Ids = [id] }, 1, None)).Sample[0].Response!.Robots.ShouldBe(["noai"]);

        await desk.Replay.RunAsync(new ReplaySelection { Ids = [id] }, None);
        await AnswersAsync();
        await desk.SettleAsync(id, Fate.Stored, run: 1);
        await new Oblivion(desk.Database).ForgetAsync([id], "privacy", None);
        (await desk.Replay.PreviewAsync(new ReplaySelection { Ids = [id] }, 1, None)).Sample[0].Response.ShouldBeNull();

        async Task AnswersAsync()
        {
            var claimed = (await desk.Outbox.ClaimAsync(None)).ShouldHaveSingleItem();
            var response = Outbox.ToMessage(claimed, Journey.Empty).Response!;
            (response.Robots.ShouldHaveSingleItem(), response.TdmReservation).ShouldBe(("noai", "1"));
        }
    }

    [Fact]
    public async Task Hands_out_no_more_than_the_line_may_hold()
    {
        await using var desk = await OpenAsync(new LedgerOptions { MaxOnLine = 3 });
        for (var i = 0; i < 5; i++)
            await desk.AcceptAsync($"text {i}");

        (await desk.Outbox.ClaimAsync(None)).Count.ShouldBe(3);
        (await desk.Outbox.ClaimAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Waits_twice_as_long_before_each_further_send()
    {
        await using var desk = await OpenAsync(new LedgerOptions { ResendAfter = TimeSpan.FromMinutes(1) });
        await desk.AcceptAsync("a");

        foreach (var minutes in new[] { 1, 2, 4 })
        {
            (await desk.Outbox.ClaimAsync(None)).Count.ShouldBe(1);
            desk.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            (await desk.Outbox.ClaimAsync(None)).ShouldBeEmpty();
            desk.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task Two_replicas_hand_out_every_document_once_and_never_more_than_the_line_may_hold()
    {
        var settings = await SettingsAsync();
        var limits = new LedgerOptions { MaxOnLine = 20 };
        await using var one = await Desk.OpenAsync(settings, limits);
        await using var two = await Desk.OpenAsync(settings, limits);
        await Task.WhenAll(Enumerable.Range(0, 150).Select(i => (i % 2 == 0 ? one : two).AcceptAsync($"text {i}")));
        var handedOut = new List<Guid>();

        while (handedOut.Count < 150)
        {
            var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? one : two).Outbox.ClaimAsync(None)));
            var claimed = claims.SelectMany(claim => claim).Select(entry => entry.Id).ToList();
            claimed.Count.ShouldBe(Math.Min(20, 150 - handedOut.Count), "all of the room, and no more");
            handedOut.AddRange(claimed);
            (await two.Queries.PipelineAsync(None)).OnLine.ShouldBe(claimed.Count);
            await Task.WhenAll(claimed.Select((id, i) => (i % 2 == 0 ? one : two).SettleAsync(id, Fate.Stored)));
        }

        handedOut.ShouldBeUnique();
        (await one.Queries.PipelineAsync(None)).ShouldSatisfyAllConditions(view => view.Stored.ShouldBe(150), view => view.Balanced.ShouldBeTrue());
    }

    [Fact]
    public async Task What_nobody_answers_for_is_quarantined_and_says_so()
    {
        await using var desk = await OpenAsync();
        await desk.AcceptAsync("a");
        var entry = (await desk.Outbox.ClaimAsync(None))[0];

        await desk.Ward.GiveUpAsync(entry, None);

        var document = (await desk.Queries.FindAsync(entry.Id, None))!;
        (document.Fate, document.QuarantineGroup).ShouldBe((Fate.Quarantined, Fault.NoAnswer.Fingerprint));
        (await desk.Ward.GroupsAsync(None)).Count.ShouldBe(1);
    }
}

public sealed class OutboxesOnSqlite(PostgresFixture postgres) : OutboxTests(DatabaseKind.Sqlite, postgres);

public sealed class OutboxesOnPostgres(PostgresFixture postgres) : OutboxTests(DatabaseKind.Postgres, postgres);
