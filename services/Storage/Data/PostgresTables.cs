using Dateline.Storage.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Storage.Data;

/// <summary>Writes a plan to PostgreSQL with one statement for each table, however many rows there are.</summary>
internal sealed class PostgresTables : IArchiveTables
{
    private static readonly IReadOnlyList<Column<ArticleRow>> ArticlesWithIndex =
        [.. ArchiveColumns.Articles, new("search", "tsvector", row => TermVector.Of(row.Terms!))];

    /// <summary>Any number nobody else uses; the same in every replica.</summary>
    private const long WriterLock = 0x4461_7465_6C69_6E65;

    public string NextChange => "nextval('changes')";

    public Task ForgetWordsAsync(ArchiveDb db, long seq, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// One writer at a time, until its transaction ends: near copies and reports of one event share no key that could be locked, and
    /// whichever of two comes second has to see the first.
    /// </summary>
    public async Task LockAsync(ArchiveDb db, CancellationToken cancellationToken)
    {
        await using var command = Command(db, "SELECT pg_advisory_xact_lock($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = WriterLock });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task<List<(long Key, Guid Id)>> ArticlesWithAsync(ArchiveDb db, IReadOnlyList<long> hashes, CancellationToken cancellationToken) =>
        FindAsync<long>(db, $"""
            SELECT wanted.key, found.article_id FROM unnest($1::bigint[]) AS wanted(key)
            CROSS JOIN LATERAL (SELECT article_id FROM shingles WHERE hash = wanted.key ORDER BY article_id LIMIT {IArchiveTables.MostPerKey}) AS found
            """, [Parameter(NpgsqlDbType.Bigint, hashes.ToArray())], cancellationToken);

    public Task<List<(string Key, Guid Id)>> StoriesWithAsync(
        ArchiveDb db, IReadOnlyList<string> terms, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        FindAsync<string>(db, $"""
            SELECT wanted.key, found.story_id FROM unnest($1::text[]) AS wanted(key)
            CROSS JOIN LATERAL (
                SELECT story_id FROM story_terms WHERE term = wanted.key AND last_seen BETWEEN $2 AND $3
                ORDER BY last_seen DESC LIMIT {IArchiveTables.MostPerKey}) AS found
            """, [Parameter(NpgsqlDbType.Text, terms.ToArray()), new NpgsqlParameter { Value = from }, new NpgsqlParameter { Value = to }], cancellationToken);

    private static async Task<List<(TKey Key, Guid Id)>> FindAsync<TKey>(
        ArchiveDb db, string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = Command(db, sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<(TKey, Guid)>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add((reader.GetFieldValue<TKey>(0), reader.GetGuid(1)));
        return found;
    }

    public async Task WriteAsync(ArchiveDb db, StorePlan plan, CancellationToken cancellationToken)
    {
        await InsertAsync(db, "articles", ArticlesWithIndex, plan.Inserts, cancellationToken);
        await UpdateAsync(db, plan.Updates, cancellationToken);
        await InsertAsync(db, "confirmations", ArchiveColumns.Confirmations, plan.Confirmed, cancellationToken, ArchiveColumns.ConfirmAgain);
        await InsertAsync(db, "revisions", ArchiveColumns.Revisions, plan.Revisions, cancellationToken);
        await InsertAsync(db, "arrivals", ArchiveColumns.Arrivals, plan.Arrivals, cancellationToken);
        await InsertAsync(db, "shingles", ArchiveColumns.Shingles, plan.Shingles, cancellationToken, ArchiveColumns.KeepFirst);
        await InsertAsync(db, "stories", ArchiveColumns.Stories, plan.Stories, cancellationToken, ArchiveColumns.StoryAgain);
        await InsertAsync(db, "story_terms", ArchiveColumns.StoryTerms, plan.StoryTerms, cancellationToken, ArchiveColumns.SeenAgain);
    }

    private static Task InsertAsync<TRow>(
        ArchiveDb db, string table, IReadOnlyList<Column<TRow>> columns, IReadOnlyList<TRow> rows, CancellationToken cancellationToken,
        string onConflict = "")
    {
        var names = string.Join(", ", columns.Select(column => column.Name));
        return RunAsync(db, $"INSERT INTO {table} ({names}) SELECT {Values(columns)} FROM {Unnest(columns)} {onConflict}", columns, rows, cancellationToken);
    }

    private static Task UpdateAsync(ArchiveDb db, IReadOnlyList<ArticleRow> rows, CancellationToken cancellationToken)
    {
        var sets = string.Join(", ", ArticlesWithIndex.Where(column => column.Name != "id").Select(column => $"{column.Name} = {Value(column)}"));
        var sql = $"UPDATE articles AS target SET {sets}, change = nextval('changes') FROM {Unnest(ArticlesWithIndex)} WHERE target.id = input.id";
        return RunAsync(db, sql, ArticlesWithIndex, rows, cancellationToken);
    }

    private static async Task RunAsync<TRow>(
        ArchiveDb db, string sql, IReadOnlyList<Column<TRow>> columns, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;

        await using var command = Command(db, sql);
        foreach (var column in columns)
            command.Parameters.Add(Parameter(column, rows));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlParameter Parameter<TRow>(Column<TRow> column, IReadOnlyList<TRow> rows) => column.Type switch
    {
        "uuid" => Parameter(NpgsqlDbType.Uuid, rows.Select(row => (Guid?)column.Value(row)).ToArray()),
        "bigint" => Parameter(NpgsqlDbType.Bigint, rows.Select(row => (long?)column.Value(row)).ToArray()),
        "integer" => Parameter(NpgsqlDbType.Integer, rows.Select(row => (int?)column.Value(row)).ToArray()),
        "boolean" => Parameter(NpgsqlDbType.Boolean, rows.Select(row => (bool?)column.Value(row)).ToArray()),
        "timestamptz" => Parameter(NpgsqlDbType.TimestampTz, rows.Select(row => (DateTime?)column.Value(row)).ToArray()),
        "bytea" => Parameter(NpgsqlDbType.Bytea, rows.Select(row => (byte[]?)column.Value(row)).ToArray()),
        _ => Parameter(NpgsqlDbType.Text, rows.Select(row => (string?)column.Value(row)).ToArray()),
    };

    private static NpgsqlParameter Parameter<T>(NpgsqlDbType type, T[] values) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type };

    private static string Unnest<TRow>(IReadOnlyList<Column<TRow>> columns)
    {
        var arrays = string.Join(", ", columns.Select((column, i) => $"${i + 1}::{(column.Type == "tsvector" ? "text" : column.Type)}[]"));
        return $"unnest({arrays}) AS input({string.Join(", ", columns.Select(column => column.Name))})";
    }

    private static string Values<TRow>(IReadOnlyList<Column<TRow>> columns) => string.Join(", ", columns.Select(Value));

    private static string Value<TRow>(Column<TRow> column) => column.Type == "tsvector" ? $"input.{column.Name}::tsvector" : $"input.{column.Name}";

    private static NpgsqlCommand Command(ArchiveDb db, string sql) => new(
        sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
}
