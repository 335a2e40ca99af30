using Dateline.Contracts;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Quarantine;
using Dateline.Persistence;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Tests.Ledger;

/// <summary>How documents end, once, and how the accounting follows.</summary>
public abstract class SettlementTests(DatabaseKind kind, PostgresFixture postgres) : LedgerTests(kind, postgres)
{
    [Fact]
    public async Task Settles_a_document_exactly_once()
    {
        await using var desk = await OpenAsync();
        var id = await desk.AcceptAsync("a");

        var settled = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.SettleAsync(id, Fate.Stored)));

        settled.Count(answer => answer).ShouldBe(1);
        (await desk.Queries.PipelineAsync(None)).Stored.ShouldBe(1);
    }

    [Fact]
    public async Task A_quarantine_gives_way_to_a_later_store()
    {
        await using var desk = await OpenAsync();
        var id = await desk.AcceptAsync("a");
        await desk.SettleAsync(id, Fate.Quarantined);

        (await desk.SettleAsync(id, Fate.Stored)).ShouldBeTrue();

        var view = await desk.Queries.PipelineAsync(None);
        (view.Quarantined, view.Stored, view.Balanced).ShouldBe((0, 1, true));
    }

    [Fact]
    public async Task A_replay_has_a_new_trace_and_ignores_the_older_run()
    {
        await using var desk = await OpenAsync();
        var receipt = await desk.Intake.AcceptAsync(Desk.Text("a"), None);
        await desk.SettleAsync(receipt.DocumentId, Fate.Stored);

        (await desk.Replay.RunAsync(new ReplaySelection { Ids = [receipt.DocumentId] }, None)).ShouldBe(1);

        (await desk.SettleAsync(receipt.DocumentId, Fate.Stored, run: 0)).ShouldBeFalse();
        var document = (await desk.Queries.FindAsync(receipt.DocumentId, None))!;
        document.EarlierTraceIds.ShouldBe([receipt.TraceId]);
        document.TraceId.ShouldNotBe(receipt.TraceId);
        document.Run.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_accounting_is_exact_after_every_step_of_any_sequence(int seed)
    {
        await using var desk = await OpenAsync(new LedgerOptions { ResendAfter = TimeSpan.FromMinutes(1) });
        var random = new Random(seed);
        var expected = new Dictionary<Guid, (int Run, string? Fate)> { [await desk.AcceptAsync("first")] = (0, null) };
        for (var step = 0; step < 80; step++)
        {
            var id = expected.Keys.ElementAt(random.Next(expected.Count));
            var (run, fate) = expected[id];
            var answered = random.Next(4) == 0 ? random.Next(3) : run; // now and then an answer for another run
            switch (random.Next(7))
            {
                case 0:
                    expected[await desk.AcceptAsync($"text {step}")] = (0, null);
                    break;
                case 1:
                    desk.Time.Advance(TimeSpan.FromMinutes(random.Next(3)));
                    foreach (var claimed in await desk.Outbox.ClaimAsync(None))
                        expected[claimed.Id].Fate.ShouldBeNull($"seed {seed}, step {step}");
                    break;
                case 2:
                    (await desk.Replay.RunAsync(new ReplaySelection { Ids = [id] }, None)).ShouldBe(fate is null ? 0 : 1);
                    expected[id] = fate is null ? (run, null) : (run + 1, null);
                    break;
                case 3:
                    await desk.FaultAsync(id, answered);
                    expected[id] = (run, answered == run && fate is null ? Fate.Quarantined : fate);
                    break;
                default:
                    var answer = Fate.All[random.Next(Fate.All.Count)];
                    var counts = answered == run && (fate is null || (fate == Fate.Quarantined && answer != Fate.Quarantined));
                    (await desk.SettleAsync(id, answer, answered)).ShouldBe(counts, $"seed {seed}, step {step}");
                    expected[id] = (run, counts ? answer : fate);
                    break;
            }

            var view = await desk.Queries.PipelineAsync(None);
            view.Balanced.ShouldBeTrue($"seed {seed}, step {step}");
            (view.Accepted, view.Stored, view.Revised, view.Unchanged, view.Duplicate, view.Rejected, view.Quarantined, view.InFlight).ShouldBe(
                (expected.Count, Count(Fate.Stored), Count(Fate.Revised), Count(Fate.Unchanged), Count(Fate.Duplicate), Count(Fate.Rejected), Count(Fate.Quarantined), Count(null)),
                $"seed {seed}, step {step}");
        }

        int Count(string? fate) => expected.Values.Count(state => state.Fate == fate);
    }

    [Fact]
    public async Task The_accounting_adds_up_while_it_changes()
    {
        await using var desk = await OpenAsync();
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
                await desk.SettleAsync(await desk.AcceptAsync($"{writer} {i}"), Fate.Stored);
        })).ToList();

        do
            (await desk.Queries.PipelineAsync(None)).Balanced.ShouldBeTrue();
        while (!writers.TrueForAll(writer => writer.IsCompleted));

        await Task.WhenAll(writers);
        (await desk.Queries.PipelineAsync(None)).Stored.ShouldBe(80);
    }

    [Fact]
    public async Task A_replay_selects_by_what_documents_were_processed_with()
    {
        await using var desk = await OpenAsync();
        var old = await ProcessedAsync(desk, "old", parser: "1.0", enricher: "1.0");
        var half = await ProcessedAsync(desk, "half", parser: "1.1", enricher: "1.0");
        var current = await ProcessedAsync(desk, "current", parser: "1.1", enricher: "1.1");
        var never = await desk.AcceptAsync("never");
        await desk.FaultAsync(never, 0);

        (await SelectedAsync(desk, new ReplaySelection { ParserVersion = "1.1" })).ShouldBe([half, current], ignoreOrder: true);
        (await SelectedAsync(desk, new ReplaySelection { ParserVersionNot = "1.1" })).ShouldBe([old, never], ignoreOrder: true);
        (await SelectedAsync(desk, new ReplaySelection { EnricherVersion = "1.0" })).ShouldBe([old, half], ignoreOrder: true);
        (await SelectedAsync(desk, new ReplaySelection { EnricherVersionNot = "1.1", ParserVersion = "1.1" })).ShouldBe([half]);
        new ReplaySelection { ParserVersionNot = "1.1" }.IsEmpty.ShouldBeFalse();
        (await desk.Queries.FindAsync(half, None))!.ShouldSatisfyAllConditions(view => view.ParserVersion.ShouldBe("1.1"), view => view.EnricherVersion.ShouldBe("1.0"));

        (await desk.Replay.RunAsync(new ReplaySelection { ParserVersionNot = "1.1" }, None)).ShouldBe(2);
    }

    private static async Task<Guid> ProcessedAsync(Desk desk, string text, string parser, string enricher)
    {
        var id = await desk.AcceptAsync(text);
        var journey = Journey.Empty.With(Hop(Stage.Parse, parser)).With(Hop(Stage.Enrich, enricher));
        await desk.Settlement.SettleAsync(new Settlement { DocumentId = id, Run = 0, Fate = Fate.Stored, Journey = journey }, None);
        return id;

        static Hop Hop(Stage stage, string version) => new() { Stage = stage, Worker = "w", Version = version, StartedAt = DateTimeOffset.UnixEpoch, DurationMs = 1 };
    }

    private static Task<List<Guid>> SelectedAsync(Desk desk, ReplaySelection selection) =>
        desk.Database.ReadAsync((db, token) => selection.Apply(db.Documents).Select(row => row.Id).ToListAsync(token), None);
}

public sealed class SettlementsOnSqlite(PostgresFixture postgres) : SettlementTests(DatabaseKind.Sqlite, postgres);

public sealed class SettlementsOnPostgres(PostgresFixture postgres) : SettlementTests(DatabaseKind.Postgres, postgres);
