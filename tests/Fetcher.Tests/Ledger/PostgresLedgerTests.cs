using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Ledger;

public sealed class PostgresLedgerTests(PostgresFixture postgres) : LedgerSuite
{
    protected override async Task<Dictionary<string, string?>> SettingsAsync() =>
        new() { ["ConnectionStrings:Postgres"] = await postgres.CreateDatabaseAsync() };
}
