using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Sources;

public sealed class PostgresSourceTests(PostgresFixture postgres) : SourceSuite
{
    protected override async Task<Dictionary<string, string?>> SettingsAsync() =>
        new() { ["ConnectionStrings:Postgres"] = await postgres.CreateDatabaseAsync() };
}
