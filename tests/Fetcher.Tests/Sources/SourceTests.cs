using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Sources;

/// <summary>What tests of sources stand on: one replica over either database, and a simulated web of a wire and the host it may move to.</summary>
public abstract class SourceTests(DatabaseKind kind, PostgresFixture postgres) : IAsyncLifetime
{
    protected const string Host = "wire.test", Other = "moved.test", Third = "third.test", Address = "http://wire.test/feed";

    protected static readonly CancellationToken None = CancellationToken.None;
    protected static readonly DateTimeOffset Start = new(2024, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly ScratchFolder folder = new("sources");

    protected SimulatedWeb Web { get; } = new();

    protected SourceDesk Desk { get; private set; } = null!;

    protected SimulatedSite Site => Web.Site(Host);

    public async ValueTask InitializeAsync() => Desk = await SourceDesk.OpenAsync(
        kind == DatabaseKind.Postgres ? new() { ["ConnectionStrings:Postgres"] = await postgres.CreateDatabaseAsync() } : new() { ["DataFolder"] = folder.Path },
        Web,
        [Host, Other, Third]);

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        await Web.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
