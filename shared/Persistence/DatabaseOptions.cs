using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Dateline.Persistence;

/// <summary>Where a process keeps its data, as its configuration says.</summary>
public sealed record DatabaseOptions
{
    /// <summary>Null for SQLite files.</summary>
    public string? PostgresConnectionString { get; init; }

    /// <summary>Folder of the SQLite files, the inbox and the lock that keeps two servers out of one folder.</summary>
    public required string DataFolder { get; init; }

    public DatabaseKind Kind => PostgresConnectionString is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres;

    /// <summary>Questions that are answered at the same time; the others wait their turn.</summary>
    public int Readers { get; init; } = UsualReaders;

    /// <summary>Reads <c>ConnectionStrings:Postgres</c>, <c>DataFolder</c> (default: <c>data</c>) and <c>Readers</c>.</summary>
    public static DatabaseOptions From(IConfiguration configuration) => new()
    {
        PostgresConnectionString = configuration.GetConnectionString("Postgres") is { Length: > 0 } text ? text : null,
        Readers = ReadersOf(configuration["Readers"]),
        DataFolder = Path.GetFullPath(configuration["DataFolder"] is { Length: > 0 } folder ? folder : "data"),
    };

    private static int UsualReaders => Math.Max(4, 2 * Environment.ProcessorCount);

    private static int ReadersOf(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return UsualReaders;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var readers) && readers > 0
            ? readers
            : throw new InvalidOperationException($"Readers is \"{value}\". Give a number from 1 on: so many questions to a database are answered at the same time.");
    }
}
