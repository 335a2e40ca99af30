using System.Text;
using Dateline.Contracts;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Quarantine;
using Dateline.Messaging;
using Dateline.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Fetcher.Tests.Ledger;

/// <summary>One replica's ledger over a real database, with a clock that the test moves and nothing running by itself.</summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly IHost _host;

    private Desk(IHost host, LedgerOptions options)
    {
        _host = host;
        Database = host.Services.GetRequiredService<Database<IntakeDb>>();
        var limits = Options.Create(options);
        var signal = new DispatchSignal();
        Admission = new Admission(Database, limits, Time, NullLogger<Admission>.Instance);
        Intake = new Intake(Database, Admission, signal, Time);
        Outbox = new Outbox(Database, new LineTransport(null), limits, Time);
        Settlement = new LedgerSettlement(Database, signal, Time);
        Queries = new LedgerQueries(Database, Admission, Time);
        Replay = new Replay(Database, signal, Time);
        Ward = new QuarantineWard(Database, Settlement, Time);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2024, 5, 4, 12, 0, 0, TimeSpan.Zero));

    public Database<IntakeDb> Database { get; }

    public Admission Admission { get; }

    public Intake Intake { get; }

    public Outbox Outbox { get; }

    public LedgerSettlement Settlement { get; }

    public LedgerQueries Queries { get; }

    public Replay Replay { get; }

    public QuarantineWard Ward { get; }

    public static async Task<Desk> OpenAsync(Dictionary<string, string?> settings, LedgerOptions? options = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        MemoryConfigurationBuilderExtensions.AddInMemoryCollection(builder.Configuration, settings);
        builder.Services.AddLogging();
        builder.AddDatabase<IntakeDb, SqliteIntakeDb, PostgresIntakeDb>(IntakeDb.Schema);
        var host = builder.Build();
        await host.Services.GetServices<IHostedService>().OfType<DatabaseMigration<IntakeDb>>().Single().MigrateAsync(CancellationToken.None);
        return new Desk(host, options ?? new LedgerOptions());
    }

    public static IncomingDocument Text(string text, string? onceKey = null) => new() { Bytes = Encoding.UTF8.GetBytes(text), OnceKey = onceKey };

    public async Task<Guid> AcceptAsync(string text) => (await Intake.AcceptAsync(Text(text), CancellationToken.None)).DocumentId;

    public Task<bool> SettleAsync(Guid id, string fate, int run = 0) => Settlement.SettleAsync(
        new Settlement { DocumentId = id, Run = run, Fate = fate, Reason = fate == Fate.Rejected ? "empty" : null }, CancellationToken.None);

    /// <summary>A stage's exception outlived its retries.</summary>
    public Task FaultAsync(Guid id, int run) => Ward.AdmitAsync(
        new DocumentRef { Id = id, Run = run, ContentKey = "key", FetchedAt = Time.GetUtcNow(), AcceptedAt = Time.GetUtcNow() },
        Journey.Empty, new Fault("parse", "Boom", "Parser.Run", "boom", null), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Intake.DisposeAsync();
        await Settlement.DisposeAsync();
        _host.Dispose();
    }
}
