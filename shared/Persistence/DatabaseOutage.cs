using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dateline.Persistence;

/// <summary>
/// Tells a database that cannot serve anybody at the moment from data that it refuses: an outage is waited for, bad
/// data is put aside.
/// </summary>
public static class DatabaseOutage
{
    // SQLite: busy, locked, out of memory, read only, I/O error, full, cannot open, protocol.
    private static readonly int[] SqliteOutages = [5, 6, 7, 8, 10, 13, 14, 15];

    public static bool IsBehind(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            switch (current)
            {
                case PostgresException postgres:
                    return IsOutage(postgres.SqlState);
                case SqliteException sqlite:
                    return SqliteOutages.Contains(sqlite.SqliteErrorCode);
                case NpgsqlException or SocketException:
                case DbException { IsTransient: true }:
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// By class: connection (08), credentials (28), catalogue (3D), transaction rolled back (40), resources (53),
    /// operator intervention (57), system (58); and a table that does not exist yet (42P01, 3F000): the migration of
    /// another process is under way.
    /// </summary>
    private static bool IsOutage(string state) =>
        state[..2] is "08" or "28" or "3D" or "3F" or "40" or "53" or "57" or "58" || state == PostgresErrorCodes.UndefinedTable;
}
