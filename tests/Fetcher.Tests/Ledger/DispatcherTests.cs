using Dateline.Fetcher.Ledger;
using Dateline.Messaging;
using Dateline.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Tests.Ledger;

public sealed class DispatcherTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ScratchFolder _folder = new("dispatcher");

    [Fact]
    public async Task What_nobody_answers_for_is_sent_so_often_and_then_put_aside()
    {
        var options = new LedgerOptions { MaxSends = 2, ResendAfter = TimeSpan.FromMinutes(1), SweepEvery = TimeSpan.FromMilliseconds(20) };
        await using var desk = await Desk.OpenAsync(new() { ["DataFolder"] = _folder.Path }, options);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddMessaging(_ => { });
        using var line = builder.Build();
        await line.StartAsync(CancellationToken.None);
        var id = await desk.AcceptAsync("a");
        using var dispatcher = new Dispatcher(desk.Outbox, desk.Ward, new DispatchSignal(), new LineTransport(null),
            line.Services.GetRequiredService<LineHealth>(), line.Services.GetRequiredService<IBus>(), Options.Create(options), desk.Time, NullLogger<Dispatcher>.Instance);
        await dispatcher.StartAsync(CancellationToken.None);

        await SentAsync(1);
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await SentAsync(2);
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        await Eventually.TrueAsync(async () => (await FindAsync()).Fate == Fate.Quarantined, Patience, () => "not put aside");

        (await FindAsync()).ShouldSatisfyAllConditions(
            document => document.QuarantineGroup.ShouldBe(Fetcher.Quarantine.Fault.NoAnswer.Fingerprint),
            document => document.Detail!.ShouldContain("sent 2 times"));
        await dispatcher.StopAsync(CancellationToken.None);
        await line.StopAsync(CancellationToken.None);

        Task SentAsync(int times) => Eventually.TrueAsync(
            async () => await desk.Database.ReadAsync((db, token) => db.Documents.AnyAsync(row => row.Id == id && row.Sends == times, token), CancellationToken.None),
            Patience, () => $"not sent {times} times");

        async Task<DocumentView> FindAsync() => (await desk.Queries.FindAsync(id, CancellationToken.None))!;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
