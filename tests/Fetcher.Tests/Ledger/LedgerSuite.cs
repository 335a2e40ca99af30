using Dateline.Contracts;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Quarantine;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Tests.Ledger;

/// <summary>What the ledger promises on either database.</summary>
public abstract class LedgerSuite
{
    private static readonly CancellationToken None = CancellationToken.None;

    protected abstract Task<Dictionary<string, string?>> SettingsAsync();

    private async Task<Desk> OpenAsync(LedgerOptions? options = null) => await Desk.OpenAsync(await SettingsAsync(), options);

    [Fact]
    public async Task Accepts_content_and_row_together_or_not_at_all()
    {
        await using var desk = await OpenAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => desk.Intake.AcceptAsync(
            [Desk.Text("a")], (_, _, _) => throw new InvalidOperationException("stop"), None));

        var left = await desk.Database.ReadAsync(async (db, token) => await db.Documents.CountAsync(token), None);
        var contents = await desk.Database.ReadAsync(
            (db, token) => db.Database.SqlQueryRaw<int>("SELECT CAST(count(*) AS int) AS \"Value\" FROM contents").SingleAsync(token), None);
        (left, contents, (await desk.Queries.PipelineAsync(None)).Accepted).ShouldBe((0, 0, 0L));
    }

    [Fact]
    public async Task A_repeated_key_is_answered_with_the_first_receipt()
    {
        await using var desk = await OpenAsync();
        var first = await desk.Intake.AcceptAsync(Desk.Text("a", "key"), None);

        var second = await desk.Intake.AcceptAsync(Desk.Text("a", "key"), None);

        second.ShouldBe(first with { Repeated = true });
        (await desk.Queries.PipelineAsync(None)).Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_used_for_something_else_is_refused()
    {
        await using var desk = await OpenAsync();
        await desk.Intake.AcceptAsync(Desk.Text("a", "key"), None);

        await Should.ThrowAsync<OnceKeyConflictException>(() => desk.Intake.AcceptAsync(Desk.Text("b", "key"), None));
    }

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
    public async Task The_limit_is_exceeded_by_no_more_than_what_others_accept_between_two_looks()
    {
        var settings = await SettingsAsync();
        await using var one = await Desk.OpenAsync(settings, new LedgerOptions { MaxInFlight = 10 });
        await using var two = await Desk.OpenAsync(settings, new LedgerOptions { MaxInFlight = 10 });

        (await AcceptUntilFullAsync(one)).ShouldBe(10);
        (await AcceptUntilFullAsync(two)).ShouldBe(10, "it has not looked since");
        await one.Admission.CountAsync(None);
        await two.Admission.CountAsync(None);

        (one.Admission.InFlight, two.Admission.InFlight).ShouldBe((20, 20));
        (await AcceptUntilFullAsync(one) + await AcceptUntilFullAsync(two)).ShouldBe(0);
        (await one.Queries.PipelineAsync(None)).Accepting.ShouldBeFalse();
    }

    [Fact]
    public async Task Callers_side_by_side_do_not_exceed_the_limit()
    {
        await using var desk = await OpenAsync(new LedgerOptions { MaxInFlight = 10 });

        var accepted = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => TryAcceptAsync(desk, $"text {i}"))));

        accepted.Count(answer => answer).ShouldBe(10);
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

    [Fact]
    public async Task A_key_in_conflict_is_named_as_its_caller_named_it()
    {
        await using var desk = await OpenAsync();
        await desk.Intake.AcceptAsync(Desk.Text("a", "request:a-1#0") with { OnceName = "a-1" }, None);

        var conflict = await Should.ThrowAsync<OnceKeyConflictException>(() => desk.Intake.AcceptAsync(Desk.Text("b", "request:a-1#0") with { OnceName = "a-1" }, None));

        conflict.Message.ShouldContain("'a-1'");
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
    public async Task Pages_neither_skip_nor_repeat_while_documents_arrive()
    {
        await using var desk = await OpenAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < 7; i++)
            ids.Add(await desk.AcceptAsync($"text {i}"));

        var seen = new List<Guid>();
        Guid? before = null;
        do
        {
            var page = await desk.Queries.ListAsync(null, null, before, 3, None);
            seen.AddRange(page.Items.Select(item => item.Id));
            desk.Time.Advance(TimeSpan.FromSeconds(1));
            await desk.AcceptAsync($"late {seen.Count}");
            before = page.Next is null ? null : Guid.Parse(page.Next);
        }
        while (before is not null);

        seen.ShouldBeUnique();
        seen.ShouldBe(ids, ignoreOrder: true);
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

    private static async Task<int> AcceptUntilFullAsync(Desk desk)
    {
        var accepted = 0;
        while (await TryAcceptAsync(desk, $"text {accepted}"))
            accepted++;
        return accepted;
    }

    private static async Task<bool> TryAcceptAsync(Desk desk, string text)
    {
        try
        {
            await desk.AcceptAsync(text);
            return true;
        }
        catch (LineFullException)
        {
            return false;
        }
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
