using Dateline.Testing;
using Npgsql;

namespace Dateline.Benchmarks.Archives;

/// <summary>Which archive is measured: how many articles, and where it lies.</summary>
/// <param name="Rows">Articles.</param>
/// <param name="Texts">Different texts among them, a whole part of the articles; PostgreSQL repeats them for the rest.</param>
/// <param name="Parts">What is measured: questions, depth, storing, readers, export.</param>
/// <param name="LoadOnly">Measures nothing.</param>
/// <param name="Sqlite">In a file instead of PostgreSQL.</param>
/// <param name="Postgres">A server whose databases stay, so that they are loaded once; null for one that is started for the run.</param>
/// <param name="Folder">Of SQLite files that stay; null for one that is deleted.</param>
internal sealed record ArchiveChoice(long Rows, long Texts, IReadOnlyList<string> Parts, bool LoadOnly, bool Sqlite, string? Postgres, string? Folder)
{
    private static readonly string[] AllParts = ["questions", "depth", "storing", "readers", "export"];

    public static ArchiveChoice Read(string[] args)
    {
        var choice = new ArchiveChoice(1_000_000, long.MaxValue, AllParts, false, false, null, null);
        for (var i = 0; i < args.Length; i++)
        {
            choice = args[i] switch
            {
                "--sqlite" => choice with { Sqlite = true },
                "--rows" => choice with { Rows = long.Parse(args[++i], System.Globalization.CultureInfo.InvariantCulture) },
                "--texts" => choice with { Texts = long.Parse(args[++i], System.Globalization.CultureInfo.InvariantCulture) },
                "--only" => choice with { Parts = args[++i].Split(',') },
                "--load" => choice with { LoadOnly = true },
                "--postgres" => choice with { Postgres = args[++i] },
                "--folder" => choice with { Folder = args[++i] },
                var other => throw new ArgumentException($"archive does not know {other}: --rows N, --texts N, --load, --only {string.Join(',', AllParts)}, --sqlite, --postgres CONNECTION, --folder FOLDER"),
            };
        }

        return choice.Texts >= choice.Rows || (!choice.Sqlite && choice.Rows % choice.Texts == 0)
            ? choice
            : throw new ArgumentException("--texts must be a whole part of --rows, and works on PostgreSQL only.");
    }

    /// <summary>A database for each size, so that growth can be compared.</summary>
    public async Task<RunningArchive> StartAsync(PostgresFixture server, ScratchFolder scratch)
    {
        var folder = Path.Combine(Folder ?? scratch.Path, $"archive_{Rows}");
        if (Sqlite)
            return await RunningArchive.StartAsync(null, folder);

        if (Postgres is null)
            await server.InitializeAsync();
        var connection = new NpgsqlConnectionStringBuilder(Postgres ?? server.ConnectionString) { Database = "postgres" };
        var name = $"archive_{Rows}";
        if (await PostgresFixture.ScalarAsync<long>(connection.ConnectionString, $"SELECT count(*) FROM pg_database WHERE datname = '{name}'") == 0)
            await PostgresFixture.ExecuteAsync(connection.ConnectionString, $"CREATE DATABASE {name}");
        connection.Database = name;
        return await RunningArchive.StartAsync(connection.ConnectionString, folder);
    }
}
