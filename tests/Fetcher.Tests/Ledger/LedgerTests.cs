using Dateline.Fetcher.Ledger;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Ledger;

/// <summary>What tests of the ledger stand on: either database, one for each test.</summary>
public abstract class LedgerTests(DatabaseKind kind, PostgresFixture postgres) : IDisposable
{
    protected static readonly CancellationToken None = CancellationToken.None;

    private readonly ScratchFolder folder = new("ledger");

    protected async Task<Dictionary<string, string?>> SettingsAsync() => kind == DatabaseKind.Postgres
        ? new() { ["ConnectionStrings:Postgres"] = await postgres.CreateDatabaseAsync() }
        : new() { ["DataFolder"] = folder.Path };

    protected async Task<Desk> OpenAsync(LedgerOptions? options = null) => await Desk.OpenAsync(await SettingsAsync(), options);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
