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

    /// <summary>Reads <c>ConnectionStrings:Postgres</c> and <c>DataFolder</c> (default: <c>data</c>).</summary>
    public static DatabaseOptions From(IConfiguration configuration) => new()
    {
        PostgresConnectionString = configuration.GetConnectionString("Postgres") is { Length: > 0 } text ? text : null,
        DataFolder = Path.GetFullPath(configuration["DataFolder"] is { Length: > 0 } folder ? folder : "data"),
    };
}
