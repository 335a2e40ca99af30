using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Benchmarks.Archives.Loading;

/// <summary>The indexes that a load does without: made at the end they cost a fraction, and are as they would have become.</summary>
internal sealed class LoadIndexes
{
    private readonly Database<ArchiveDb> database;
    private readonly IReadOnlyList<string> definitions;

    private LoadIndexes(Database<ArchiveDb> database, IReadOnlyList<string> definitions) => (this.database, this.definitions) = (database, definitions);

    public static async Task<LoadIndexes> PutAsideAsync(Database<ArchiveDb> database, CancellationToken cancellationToken)
    {
        var definitions = await database.ReadAsync(
            (db, token) => db.Database.SqlQuery<string>($"""
                SELECT indexdef AS "Value" FROM pg_indexes
                WHERE schemaname = {ArchiveDb.Schema} AND tablename IN ('articles', 'arrivals', 'stories', 'story_terms') AND indexdef NOT LIKE '%UNIQUE%'
                """).ToListAsync(token), cancellationToken);
        var indexes = new LoadIndexes(database, definitions);
        string[] aside = [.. definitions.Select(definition => $"DROP INDEX {definition.Split(' ')[2]}"), "ALTER TABLE shingles DROP CONSTRAINT pk_shingles"];
        await indexes.RunAsync(aside, cancellationToken);
        return indexes;
    }

    public Task PutBackAsync(CancellationToken cancellationToken) => RunAsync(
        [
            "SET maintenance_work_mem = '1GB'",
            "ALTER TABLE shingles ADD CONSTRAINT pk_shingles PRIMARY KEY (hash, article_id)",
            .. definitions,
            "VACUUM ANALYZE",
        ], cancellationToken);

    private Task<bool> RunAsync(IEnumerable<string> statements, CancellationToken cancellationToken) => database.ReadAsync(async (db, token) =>
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(2));
        await db.Database.OpenConnectionAsync(token);
        foreach (var statement in statements)
            await db.Database.ExecuteSqlRawAsync(statement, token);
        return true;
    }, cancellationToken);
}
