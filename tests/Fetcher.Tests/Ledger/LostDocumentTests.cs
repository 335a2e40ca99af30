using Dateline.Fetcher.Ledger;
using Dateline.Messaging;
using Dateline.Testing;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Tests.Ledger;

/// <summary>With messages in memory, a document may end the process that works on it; the next one finds it in the ledger again.</summary>
public sealed class LostDocumentTests : IDisposable
{
    private static readonly LedgerOptions Limits = new() { MaxSends = 5 };

    private readonly ScratchFolder _folder = new("lost");

    [Fact]
    public async Task What_ends_the_process_is_put_aside_and_what_was_beside_it_gets_through()
    {
        await using var desk = await Desk.OpenAsync(new() { ["DataFolder"] = _folder.Path }, Limits);
        for (var n = 0; n < 20; n++)
            await desk.AcceptAsync($"before {n}");
        var bad = await desk.AcceptAsync("bad");
        for (var n = 0; n < 20; n++)
            await desk.AcceptAsync($"after {n}");

        var ends = 0;
        while (!await RunAsync(desk, bad))
            ends++;

        ends.ShouldBe(Limits.MaxSends);
        (await desk.Queries.FindAsync(bad, CancellationToken.None))!.ShouldSatisfyAllConditions(
            document => document.Fate.ShouldBe(Fate.Quarantined),
            document => document.Detail!.ShouldContain("sent 5 times"));
        (await desk.Queries.PipelineAsync(CancellationToken.None)).ShouldSatisfyAllConditions(
            pipeline => pipeline.Stored.ShouldBe(40),
            pipeline => pipeline.InFlight.ShouldBe(0));
    }

    [Fact]
    public async Task Nothing_else_is_sent_while_a_suspect_is_on_the_line()
    {
        await using var desk = await Desk.OpenAsync(new() { ["DataFolder"] = _folder.Path }, Limits);
        var suspect = await desk.AcceptAsync("suspect");
        for (var start = 0; start < 2; start++)
        {
            var lost = Outbox(desk);
            await lost.ReclaimAsync(CancellationToken.None);
            await lost.ClaimAsync(CancellationToken.None);
        }

        var other = await desk.AcceptAsync("other");
        var outbox = Outbox(desk);
        await outbox.ReclaimAsync(CancellationToken.None);

        (await ClaimAsync(outbox)).ShouldBe([suspect]);
        (await ClaimAsync(outbox)).ShouldBeEmpty();
        await desk.SettleAsync(suspect, Fate.Stored);
        (await ClaimAsync(outbox)).ShouldBe([other]);
    }

    [Fact]
    public async Task A_suspect_that_is_only_slow_does_not_hold_up_the_others_for_long()
    {
        await using var desk = await Desk.OpenAsync(new() { ["DataFolder"] = _folder.Path }, Limits);
        await desk.AcceptAsync("suspect");
        for (var start = 0; start < 2; start++)
        {
            var lost = Outbox(desk);
            await lost.ReclaimAsync(CancellationToken.None);
            await lost.ClaimAsync(CancellationToken.None);
        }

        var other = await desk.AcceptAsync("other");
        var outbox = Outbox(desk);
        await outbox.ReclaimAsync(CancellationToken.None);
        await outbox.ClaimAsync(CancellationToken.None);

        desk.Time.Advance(TimeSpan.FromSeconds(30));

        (await ClaimAsync(outbox)).ShouldBe([other]);
    }

    /// <summary>One life of a process; true when it got through everything there was.</summary>
    private static async Task<bool> RunAsync(Desk desk, Guid bad)
    {
        var outbox = Outbox(desk);
        await outbox.ReclaimAsync(CancellationToken.None);
        while (await outbox.ClaimAsync(CancellationToken.None) is { Count: > 0 } claimed)
        {
            foreach (var entry in claimed.Where(entry => entry.Sends >= Limits.MaxSends))
                await desk.Ward.GiveUpAsync(entry, CancellationToken.None);
            if (claimed.Any(entry => entry.Id == bad && entry.Sends < Limits.MaxSends))
                return false;
            foreach (var entry in claimed.Where(entry => entry.Id != bad))
                await desk.SettleAsync(entry.Id, Fate.Stored);
        }

        return true;
    }

    private static Outbox Outbox(Desk desk) => new(desk.Database, new LineTransport(null), Options.Create(Limits), desk.Time);

    private static async Task<IEnumerable<Guid>> ClaimAsync(Outbox outbox) => (await outbox.ClaimAsync(CancellationToken.None)).Select(entry => entry.Id);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
