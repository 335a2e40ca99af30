using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dateline.Persistence;

/// <summary>
/// Sets what SQLite keeps per connection: every commit reaches the disk (in WAL mode NORMAL may lose the last ones at a
/// power cut, and an accepted document must not be lost).
/// </summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    public static readonly DurableSqlite Instance = new();

    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000; PRAGMA temp_store = MEMORY;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
