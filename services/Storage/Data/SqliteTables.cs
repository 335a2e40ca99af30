using System.Data.Common;
using Dateline.Storage.Articles;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dateline.Storage.Data;

/// <summary>Writes a plan to SQLite: one prepared statement for each table, run for each row.</summary>
internal sealed class SqliteTables : IArchiveTables
{
    private const string Next =
        "(SELECT max(coalesce((SELECT max(change) FROM articles), 0), coalesce((SELECT max(change) FROM tombstones), 0)) + 1)";

    /// <summary>A gap in the full-text index that no phrase spans: no text has this as a word.</summary>
    private const string Gap = "\u241E";

    public string NextChange => Next;

    public Task ForgetWordsAsync(ArchiveDb db, long seq, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM articles_fts WHERE rowid = {seq}", cancellationToken);

    /// <summary>The write lane lets one writer in at a time.</summary>
    public Task LockAsync(ArchiveDb db, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<List<(long Key, Guid Id)>> ArticlesWithAsync(ArchiveDb db, IReadOnlyList<long> hashes, CancellationToken cancellationToken) =>
        Task.FromResult(Find(db, $"SELECT article_id FROM shingles WHERE hash = $key ORDER BY article_id LIMIT {IArchiveTables.MostPerKey}", hashes));

    public Task<List<(string Key, Guid Id)>> StoriesWithAsync(
        ArchiveDb db, IReadOnlyList<string> terms, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        Task.FromResult(Find(
            db,
            $"SELECT story_id FROM story_terms WHERE term = $key AND last_seen BETWEEN $from AND $to ORDER BY last_seen DESC, story_id LIMIT {IArchiveTables.MostPerKey}",
            terms, new SqliteParameter("$from", from), new SqliteParameter("$to", to)));

    private static List<(TKey Key, Guid Id)> Find<TKey>(ArchiveDb db, string sql, IReadOnlyList<TKey> keys, params SqliteParameter[] parameters)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        var wanted = new SqliteParameter { ParameterName = "$key" };
        command.Parameters.Add(wanted);
        command.Parameters.AddRange(parameters);
        var found = new List<(TKey, Guid)>();
        foreach (var key in keys)
        {
            wanted.Value = key;
            using var reader = command.ExecuteReader();
            while (reader.Read())
                found.Add((key, reader.GetGuid(0)));
        }

        return found;
    }

    public Task WriteAsync(ArchiveDb db, StorePlan plan, CancellationToken cancellationToken)
    {
        // Microsoft.Data.Sqlite has no asynchronous I/O; a batch takes milliseconds.
        Insert(db, plan.Inserts);
        Update(db, plan.Updates);
        RunEach(db, InsertSql("confirmations", ArchiveColumns.Confirmations) + ArchiveColumns.ConfirmAgain, ArchiveColumns.Confirmations, plan.Confirmed);
        RunEach(db, InsertSql("revisions", ArchiveColumns.Revisions), ArchiveColumns.Revisions, plan.Revisions);
        RunEach(db, InsertSql("arrivals", ArchiveColumns.Arrivals), ArchiveColumns.Arrivals, plan.Arrivals);
        RunEach(db, InsertSql("shingles", ArchiveColumns.Shingles) + ArchiveColumns.KeepFirst, ArchiveColumns.Shingles, plan.Shingles);
        RunEach(db, InsertSql("stories", ArchiveColumns.Stories) + ArchiveColumns.StoryAgain, ArchiveColumns.Stories, plan.Stories);
        RunEach(db, InsertSql("story_terms", ArchiveColumns.StoryTerms) + ArchiveColumns.SeenAgain, ArchiveColumns.StoryTerms, plan.StoryTerms);
        return Task.CompletedTask;
    }

    private static void Insert(ArchiveDb db, List<ArticleRow> rows)
    {
        if (rows.Count == 0)
            return;

        var names = string.Join(", ", ArchiveColumns.Articles.Select(column => column.Name));
        using var insert = Command(db, $"INSERT INTO articles ({names}, change) VALUES ({Markers(ArchiveColumns.Articles)}, {Next}) RETURNING seq", ArchiveColumns.Articles);
        using var index = IndexCommand(db);
        foreach (var row in rows)
        {
            Fill(insert, ArchiveColumns.Articles, row);
            row.Seq = (long)insert.ExecuteScalar()!;
            Index(index, row);
        }
    }

    private static void Update(ArchiveDb db, List<ArticleRow> rows)
    {
        if (rows.Count == 0)
            return;

        var sets = string.Join(", ", ArchiveColumns.Articles.Where(column => column.Name != "id").Select(column => $"{column.Name} = ${column.Name}"));
        RunEach(db, $"UPDATE articles SET {sets}, change = {Next} WHERE id = $id", ArchiveColumns.Articles, rows);
        using var forget = db.Database.GetDbConnection().CreateCommand();
        forget.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        forget.CommandText = "DELETE FROM articles_fts WHERE rowid = $seq";
        var seq = new SqliteParameter("$seq", SqliteType.Integer);
        forget.Parameters.Add(seq);
        using var index = IndexCommand(db);
        foreach (var row in rows)
        {
            seq.Value = row.Seq;
            forget.ExecuteNonQuery();
            Index(index, row);
        }
    }

    private static DbCommand IndexCommand(ArchiveDb db)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = "INSERT INTO articles_fts (rowid, title, facts, body) VALUES ($seq, $title, $facts, $body)";
        foreach (var name in new[] { "$seq", "$title", "$facts", "$body" })
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static void Index(DbCommand command, ArticleRow row)
    {
        command.Parameters[0].Value = row.Seq;
        command.Parameters[1].Value = Stream(row.Terms!.Title);
        command.Parameters[2].Value = Stream(row.Terms.Facts);
        command.Parameters[3].Value = Stream(row.Terms.Body);
        command.ExecuteNonQuery();
    }

    private static string Stream(IReadOnlyList<string?> terms) => string.Join(' ', terms.Select(term => term ?? Gap));

    private static void RunEach<TRow>(ArchiveDb db, string sql, IReadOnlyList<Column<TRow>> columns, List<TRow> rows)
    {
        if (rows.Count == 0)
            return;

        using var command = Command(db, sql, columns);
        foreach (var row in rows)
        {
            Fill(command, columns, row);
            command.ExecuteNonQuery();
        }
    }

    private static string InsertSql<TRow>(string table, IReadOnlyList<Column<TRow>> columns) =>
        $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES ({Markers(columns)}) ";

    private static string Markers<TRow>(IReadOnlyList<Column<TRow>> columns) => string.Join(", ", columns.Select(column => "$" + column.Name));

    private static DbCommand Command<TRow>(ArchiveDb db, string sql, IReadOnlyList<Column<TRow>> columns)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        foreach (var column in columns)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column.Name });
        return command;
    }

    private static void Fill<TRow>(DbCommand command, IReadOnlyList<Column<TRow>> columns, TRow row)
    {
        for (var i = 0; i < columns.Count; i++)
            command.Parameters[i].Value = columns[i].Value(row) ?? DBNull.Value;
    }
}
