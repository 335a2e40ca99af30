using Npgsql;

namespace Dateline.Testing.Tests;

public sealed class PostgresFixtureTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Keeps_what_was_committed_and_its_address_when_it_is_killed_and_started_again()
    {
        var database = await WithOneRowAsync();

        await postgres.KillAsync();
        await Should.ThrowAsync<NpgsqlException>(() => CountAsync(database));
        await postgres.StartAsync();

        (await CountAsync(database)).ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_what_was_committed_when_it_is_stopped_and_started_again()
    {
        var database = await WithOneRowAsync();

        await postgres.StopAsync();
        await postgres.StartAsync();

        (await CountAsync(database)).ShouldBe(1);
    }

    [Fact]
    public async Task Gives_every_caller_an_empty_database_of_its_own()
    {
        var first = await WithOneRowAsync();
        var second = await postgres.CreateDatabaseAsync();

        (await CountTablesAsync(first)).ShouldBe(1);
        (await CountTablesAsync(second)).ShouldBe(0);
    }

    [Fact]
    public async Task Hangs_while_it_is_paused_and_goes_on_afterwards()
    {
        var database = await WithOneRowAsync();
        await postgres.PauseAsync();
        var query = CountAsync(database);
        var first = await Task.WhenAny(query, Task.Delay(TimeSpan.FromMilliseconds(500)));
        await postgres.ResumeAsync();

        first.ShouldNotBe(query);
        (await query.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(1);
    }

    private async Task<string> WithOneRowAsync()
    {
        var database = await postgres.CreateDatabaseAsync();
        await PostgresFixture.ExecuteAsync(database, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)");
        return database;
    }

    private static Task<long> CountAsync(string database) =>
        PostgresFixture.ScalarAsync<long>(database, "SELECT count(*) FROM kept");

    private static Task<long> CountTablesAsync(string database) =>
        PostgresFixture.ScalarAsync<long>(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");
}
