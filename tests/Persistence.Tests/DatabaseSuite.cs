using Dateline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Persistence.Tests;

/// <summary>What a schema promises on either database.</summary>
public abstract class DatabaseSuite
{
    private static readonly CancellationToken None = CancellationToken.None;

    protected abstract Task<Dictionary<string, string?>> SettingsAsync();

    [Fact]
    public async Task Any_number_of_processes_may_migrate_an_empty_database_at_once()
    {
        var settings = await SettingsAsync();
        var hosts = Enumerable.Range(0, 5).Select(_ => Build(settings)).ToList();

        await Task.WhenAll(hosts.Select(host => Migration(host).MigrateAsync(None)));

        (await Database(hosts[0]).ReadAsync((db, token) => db.Notes.CountAsync(token), None)).ShouldBe(0);
        hosts.ForEach(host => host.Dispose());
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing()
    {
        using var host = await MigratedAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => Database(host).WriteAsync(async (db, token) =>
        {
            db.Notes.Add(new Note { Id = 1, Text = "a" });
            await db.SaveChangesAsync(token);
            throw new InvalidOperationException("stop");
        }, None));

        (await Database(host).ReadAsync((db, token) => db.Notes.CountAsync(token), None)).ShouldBe(0);
    }

    [Fact]
    public async Task Times_come_back_in_utc_and_in_order()
    {
        using var host = await MigratedAsync();
        var early = new DateTime(2024, 1, 31, 23, 30, 0, DateTimeKind.Utc);
        await Database(host).WriteAsync(async (db, token) =>
        {
            db.Notes.Add(new Note { Id = 1, Text = "late", At = early.AddMilliseconds(1) });
            db.Notes.Add(new Note { Id = 2, Text = "early", At = early });
            await db.SaveChangesAsync(token);
        }, None);

        var notes = await Database(host).ReadAsync((db, token) => db.Notes.OrderBy(note => note.At).ToListAsync(token), None);

        notes.Select(note => note.Text).ShouldBe(["early", "late"]);
        notes.ShouldAllBe(note => note.At.Kind == DateTimeKind.Utc);
        notes[0].At.ShouldBe(early);
    }

    [Fact]
    public async Task A_batch_of_statements_is_part_of_the_transaction()
    {
        using var host = await MigratedAsync();

        await Database(host).WriteAsync(async (db, token) =>
        {
            var batch = new SqlBatch(db);
            foreach (var i in Enumerable.Range(0, 20))
                batch.Add("INSERT INTO notes (id, text, at) VALUES (@id, @text, @at)", ("@id", i), ("@text", $"note {i}"), ("@at", DateTime.UnixEpoch));
            await batch.ExecuteAsync(token);
        }, None);

        (await Database(host).ReadAsync((db, token) => db.Notes.CountAsync(token), None)).ShouldBe(20);
    }

    [Fact]
    public async Task A_refused_row_is_no_outage()
    {
        using var host = await MigratedAsync();
        Task AddAsync(int id) => Database(host).WriteAsync(async (db, token) =>
        {
            db.Notes.Add(new Note { Id = id, Text = "the same" });
            await db.SaveChangesAsync(token);
        }, None);
        await AddAsync(1);

        var refusal = await Should.ThrowAsync<DbUpdateException>(() => AddAsync(2));

        DatabaseOutage.IsBehind(refusal).ShouldBeFalse();
    }

    protected static IHost Build(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        Microsoft.Extensions.Configuration.MemoryConfigurationBuilderExtensions.AddInMemoryCollection(builder.Configuration, settings);
        builder.Services.AddLogging();
        builder.AddDatabase<NoteDb, SqliteNoteDb, PostgresNoteDb>("notebook");
        return builder.Build();
    }

    protected static DatabaseMigration<NoteDb> Migration(IHost host) => host.Services.GetServices<IHostedService>().OfType<DatabaseMigration<NoteDb>>().Single();

    protected static Database<NoteDb> Database(IHost host) => host.Services.GetRequiredService<Database<NoteDb>>();

    protected async Task<IHost> MigratedAsync()
    {
        var host = Build(await SettingsAsync());
        await Migration(host).MigrateAsync(None);
        return host;
    }
}

public sealed class SqliteDatabaseTests : DatabaseSuite, IDisposable
{
    private readonly ScratchFolder _folder = new("notes");

    protected override Task<Dictionary<string, string?>> SettingsAsync() => Task.FromResult(new Dictionary<string, string?> { ["DataFolder"] = _folder.Path });

    [Fact]
    public async Task A_lock_left_by_a_killed_migration_holds_nobody_up()
    {
        using var host = await MigratedAsync();
        await Database(host).WriteAsync((db, token) => db.Database.ExecuteSqlRawAsync(
            "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT OR REPLACE INTO \"__EFMigrationsLock\" VALUES (1, '2024-01-01')", token), CancellationToken.None);

        await Migration(host).MigrateAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Every_commit_reaches_the_disk()
    {
        using var host = await MigratedAsync();

        var settings = await Database(host).ReadAsync(async (db, token) => (
            Journal: await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync(token),
            Synchronous: await db.Database.SqlQueryRaw<int>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync(token)), CancellationToken.None);

        settings.ShouldBe(("wal", 2));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}

public sealed class PostgresDatabaseTests(PostgresFixture postgres) : DatabaseSuite
{
    protected override async Task<Dictionary<string, string?>> SettingsAsync() => new() { ["ConnectionStrings:Postgres"] = await postgres.CreateDatabaseAsync() };

    [Fact]
    public async Task A_migration_killed_in_the_middle_leaves_no_lock_and_no_half()
    {
        var settings = await SettingsAsync();
        using var host = Build(settings);
        var other = settings["ConnectionStrings:Postgres"]!;
        await PostgresFixture.ExecuteAsync(other, "CREATE SCHEMA notebook");
        await using (var killed = new Npgsql.NpgsqlConnection(other + ";Pooling=false"))
        {
            await killed.OpenAsync(TestContext.Current.CancellationToken);
            await using var transaction = await killed.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var command = new Npgsql.NpgsqlCommand("SELECT pg_advisory_lock(hashtext('dateline.migration')); CREATE TABLE notebook.notes (id int)", killed);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            var waiting = Migration(host).MigrateAsync(CancellationToken.None);
            waiting.IsCompleted.ShouldBeFalse();
            await PostgresFixture.ExecuteAsync(other, $"SELECT pg_terminate_backend({killed.ProcessID})");
            await waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }

        (await Database(host).ReadAsync((db, token) => db.Notes.CountAsync(token), CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_is_away_is_an_outage()
    {
        using var host = Build(new() { ["ConnectionStrings:Postgres"] = $"Host=127.0.0.1;Port={FreePort.Next()};Username=nobody;Database=nothing" });

        var refused = await Should.ThrowAsync<Exception>(() => Database(host).ReadAsync((db, token) => db.Notes.CountAsync(token), CancellationToken.None));

        DatabaseOutage.IsBehind(refused).ShouldBeTrue();
    }

    [Fact]
    public async Task A_deadlock_is_tried_again()
    {
        using var host = await MigratedAsync();
        await Database(host).WriteAsync(async (db, token) =>
        {
            db.Notes.AddRange(new Note { Id = 1, Text = "one" }, new Note { Id = 2, Text = "two" });
            await db.SaveChangesAsync(token);
        }, CancellationToken.None);
        var meeting = new Barrier(2);
        var met = 0;
        Task TouchAsync(int first, int second) => Database(host).WriteAsync(async (db, token) =>
        {
            await db.Notes.Where(note => note.Id == first).ExecuteUpdateAsync(set => set.SetProperty(note => note.Text, note => note.Text + "+"), token);
            if (Interlocked.Increment(ref met) <= 2)
                await Task.Run(() => meeting.SignalAndWait(TimeSpan.FromSeconds(20)), token);
            await db.Notes.Where(note => note.Id == second).ExecuteUpdateAsync(set => set.SetProperty(note => note.Text, note => note.Text + "+"), token);
        }, CancellationToken.None);

        await Task.WhenAll(TouchAsync(1, 2), TouchAsync(2, 1));

        var texts = await Database(host).ReadAsync((db, token) => db.Notes.OrderBy(note => note.Id).Select(note => note.Text).ToListAsync(token), CancellationToken.None);
        texts.ShouldBe(["one++", "two++"]);
    }
}
