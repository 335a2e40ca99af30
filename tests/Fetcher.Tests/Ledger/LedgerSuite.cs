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
    public async Task The_accounting_adds_up_after_any_sequence(int seed)
    {
        await using var desk = await OpenAsync();
        var random = new Random(seed);
        var ids = new List<Guid> { await desk.AcceptAsync("first") };
        for (var step = 0; step < 60; step++)
        {
            var id = ids[random.Next(ids.Count)];
            switch (random.Next(5))
            {
                case 0: ids.Add(await desk.AcceptAsync($"text {step}")); break;
                case 1: await desk.Outbox.ClaimAsync(None); break;
                case 2: await desk.Replay.RunAsync(new ReplaySelection { Ids = [id] }, None); break;
                default: await desk.SettleAsync(id, Fate.All[random.Next(Fate.All.Count)], random.Next(3)); break;
            }

            (await desk.Queries.PipelineAsync(None)).Balanced.ShouldBeTrue($"seed {seed}, step {step}");
        }
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
}
