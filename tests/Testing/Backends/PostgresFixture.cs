using DotNet.Testcontainers.Builders;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Testcontainers.PostgreSql;
using Xunit;

namespace Dateline.Testing;

/// <summary>
/// A real PostgreSQL for tests, in a container or as a native cluster. One per test assembly is enough: a database of
/// its own (<see cref="CreateDatabaseAsync"/>) keeps test classes apart.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string User = "dateline";
    private const string Password = "dateline";
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(2);

    private IBackendNode? _node;

    public BackendKind Kind => Node.Kind;

    /// <summary>The maintenance database.</summary>
    public string ConnectionString => ConnectionStringTo("postgres");

    private IBackendNode Node => _node ?? throw new InvalidOperationException("Await InitializeAsync first.");

    /// <summary>Starts it; a second call does nothing.</summary>
    public async ValueTask InitializeAsync()
    {
        if (_node is not null)
            return;
        var image = Environment.GetEnvironmentVariable("POSTGRES_IMAGE") ?? "postgres:18";
        _node = await BackendChoice.ForAsync(image) is BackendKind.Docker ? InContainer(image) : new NativePostgres(User);
        await StartAsync();
    }

    /// <summary>The same port and data as before. Returns when the database answers a query.</summary>
    public async Task StartAsync()
    {
        await Node.StartAsync();
        await Eventually.TrueAsync(AnswersAsync, StartDeadline, async () => await Node.LogAsync());
    }

    public Task StopAsync() => Node.StopAsync();

    /// <summary>kill -9.</summary>
    public Task KillAsync() => Node.KillAsync();

    /// <summary>The database hangs with its connections open.</summary>
    public Task PauseAsync() => Node.PauseAsync();

    public Task ResumeAsync() => Node.ResumeAsync();

    /// <summary>A fresh database; returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"t{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):n}";
        await ExecuteAsync(ConnectionString, $"CREATE DATABASE {name}");
        return ConnectionStringTo(name);
    }

    /// <summary>Runs statements that return nothing.</summary>
    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of the first row.</summary>
    public static async Task<T> ScalarAsync<T>(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is not null)
            await _node.DisposeAsync();
    }

    private static ContainerNode InContainer(string image)
    {
        var port = FreePort.Next();
        return new ContainerNode(
            new PostgreSqlBuilder(image).WithUsername(User).WithPassword(Password).WithPortBinding(port, PostgreSqlBuilder.PostgreSqlPort)
                // Testcontainers switches durability off, which makes a kill -9 lose what was committed.
                .WithCommand("-c", "fsync=on", "-c", "full_page_writes=on", "-c", "synchronous_commit=on", "-c", "max_connections=400")
                .WithWaitStrategy(Wait.ForUnixContainer()).WithLogger(NullLogger.Instance).Build(),
            port);
    }

    private async Task<bool> AnswersAsync()
    {
        // Connections the pool remembers are from before the restart: a fresh one has to answer.
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false;Timeout=5;Command Timeout=5");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT 1", connection);
        return await command.ExecuteScalarAsync() is 1;
    }

    private string ConnectionStringTo(string database) =>
        $"Host=127.0.0.1;Port={Node.Port};Username={User};Password={Password};Database={database};Connection Idle Lifetime=3;Connection Pruning Interval=1";
}
