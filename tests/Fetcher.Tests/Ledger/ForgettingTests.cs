using Dateline.Fetcher.Ledger;
using Dateline.Persistence;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Tests.Ledger;

/// <summary>What is forgotten of documents whose article was taken down.</summary>
public abstract class ForgettingTests(DatabaseKind kind, PostgresFixture postgres) : LedgerTests(kind, postgres)
{
    [Fact]
    public async Task The_raw_content_goes_and_the_row_says_why()
    {
        await using var desk = await OpenAsync();
        var (gone, kept) = (await SettledAsync(desk, "to be forgotten"), await SettledAsync(desk, "to be kept"));

        (await new Oblivion(desk.Database).ForgetAsync([gone], "court order 12", None)).ShouldBe(1);

        (await ContentsAsync(desk)).ShouldBe(1);
        var document = (await desk.Queries.FindAsync(gone, None))!;
        (document.Fate, document.Detail).ShouldBe((Fate.Stored, "The raw content is forgotten: court order 12"));
        (await new Oblivion(desk.Database).ForgetAsync([gone], "again", None)).ShouldBe(0);
        (await desk.Queries.FindAsync(kept, None))!.Detail.ShouldBeNull();
    }

    [Fact]
    public async Task Bytes_that_another_document_has_too_go_with_the_last_of_them()
    {
        await using var desk = await OpenAsync();
        var (first, second) = (await SettledAsync(desk, "the same"), await SettledAsync(desk, "the same"));
        await new Oblivion(desk.Database).ForgetAsync([first], "privacy", None);
        (await ContentsAsync(desk)).ShouldBe(1);
        await new Oblivion(desk.Database).ForgetAsync([second], "privacy", None);
        (await ContentsAsync(desk)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_forgotten_is_not_replayed()
    {
        await using var desk = await OpenAsync();
        var (gone, kept) = (await SettledAsync(desk, "to be forgotten"), await SettledAsync(desk, "to be kept"));
        await new Oblivion(desk.Database).ForgetAsync([gone], "privacy", None);
        (await desk.Replay.RunAsync(new ReplaySelection { Ids = [gone, kept] }, None)).ShouldBe(1);
        (await desk.Queries.FindAsync(gone, None))!.Fate.ShouldBe(Fate.Stored);
    }

    private static async Task<Guid> SettledAsync(Desk desk, string text)
    {
        var id = await desk.AcceptAsync(text);
        await desk.SettleAsync(id, Fate.Stored);
        return id;
    }

    private static Task<int> ContentsAsync(Desk desk) => desk.Database.ReadAsync((db, token) => db.Contents.CountAsync(token), None);
}

public sealed class ForgettingOnSqlite(PostgresFixture postgres) : ForgettingTests(DatabaseKind.Sqlite, postgres);

public sealed class ForgettingOnPostgres(PostgresFixture postgres) : ForgettingTests(DatabaseKind.Postgres, postgres);
