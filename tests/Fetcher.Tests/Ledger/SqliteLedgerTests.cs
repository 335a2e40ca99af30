using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Ledger;

public sealed class SqliteLedgerTests : LedgerSuite, IDisposable
{
    private readonly ScratchFolder _folder = new("ledger");

    protected override Task<Dictionary<string, string?>> SettingsAsync() =>
        Task.FromResult(new Dictionary<string, string?> { ["DataFolder"] = _folder.Path });

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
