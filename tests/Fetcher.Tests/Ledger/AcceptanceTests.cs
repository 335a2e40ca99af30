using Dateline.Contracts;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Quarantine;
using Dateline.Persistence;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Tests.Ledger;

/// <summary>What the ledger promises to whoever brings documents.</summary>
public abstract class AcceptanceTests(DatabaseKind kind, PostgresFixture postgres) : LedgerTests(kind, postgres)
{
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
    public async Task A_key_in_conflict_is_named_as_its_caller_named_it()
    {
        await using var desk = await OpenAsync();
        await desk.Intake.AcceptAsync(Desk.Text("a", "request:a-1#0") with { OnceName = "a-1" }, None);

        var conflict = await Should.ThrowAsync<OnceKeyConflictException>(() => desk.Intake.AcceptAsync(Desk.Text("b", "request:a-1#0") with { OnceName = "a-1" }, None));

        conflict.Message.ShouldContain("'a-1'");
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
}

public sealed class AcceptanceOnSqlite(PostgresFixture postgres) : AcceptanceTests(DatabaseKind.Sqlite, postgres);

public sealed class AcceptanceOnPostgres(PostgresFixture postgres) : AcceptanceTests(DatabaseKind.Postgres, postgres);
