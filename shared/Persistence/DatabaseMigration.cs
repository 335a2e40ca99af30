using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dateline.Persistence;

/// <summary>
/// Brings a schema up to date before anything else of the process starts. Any number of processes may do so at once.
/// A database that is not there yet is waited for.
/// </summary>
public sealed partial class DatabaseMigration<TContext>(
    IDbContextFactory<TContext> contexts,
    DatabaseOptions options,
    Schema<TContext> schema,
    TimeProvider time,
    ILogger<DatabaseMigration<TContext>> logger) : IHostedLifecycleService
    where TContext : DbContext
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await MigrateAsync(cancellationToken);
                return;
            }
            catch (Exception exception) when (options.Kind == DatabaseKind.Postgres && DatabaseOutage.IsBehind(exception))
            {
                LogWaiting(schema.Name, exception.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    /// <summary>Migrates once, under a lock that all processes share and that dies with its holder.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (options.Kind == DatabaseKind.Postgres)
            await MigratePostgresAsync(cancellationToken);
        else
            await MigrateSqliteAsync(cancellationToken);
    }

    private async Task MigratePostgresAsync(CancellationToken cancellationToken)
    {
        // A session lock on a connection of its own: it ends with the connection, so a killed process holds nobody up.
        await using var guard = new NpgsqlConnection(schema.ConnectionString);
        await guard.OpenAsync(cancellationToken);
        await ExecuteAsync(guard, "SELECT pg_advisory_lock(hashtext('dateline.migration'))", cancellationToken);
        await ExecuteAsync(guard, $"CREATE SCHEMA IF NOT EXISTS \"{schema.Name}\"", cancellationToken);

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        await ExecuteAsync(guard, "SELECT pg_advisory_unlock(hashtext('dateline.migration'))", cancellationToken);
    }

    private async Task MigrateSqliteAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.DataFolder);
        await using var guard = await LockFileAsync(Path.Combine(options.DataFolder, $"{schema.Name}.migrating"), cancellationToken);

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var connection = context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL", cancellationToken);
        // The lock row of EF survives a kill -9 and would hold up every later start; the file lock above is the real one.
        await ExecuteAsync(connection, "DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    private async Task<FileStream> LockFileAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
            }
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Schema {Schema}: the database is not ready yet ({Problem}); trying again")]
    private partial void LogWaiting(string schema, string problem);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
