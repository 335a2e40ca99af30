using System.Data.Common;
using Dateline.Storage.Articles;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dateline.Storage.Data;

/// <summary>Writes a plan to SQLite: one prepared statement for each table, run for each row.</summary>
internal sealed class SqliteTables : IArchiveTables
{
    private const string NextChange = "(SELECT coalesce(max(change), 0) + 1 FROM articles)";

    /// <summary>A gap in the full-text index that no phrase spans: no text has this as a word.</summary>
    private const string Gap = "\u241E";

    /// <summary>The write lane lets one writer in at a time.</summary>
    public Task LockAsync(ArchiveDb db, IReadOnlyList<IncomingArticle> batch, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task WriteAsync(ArchiveDb db, StorePlan plan, CancellationToken cancellationToken)
    {
        // Microsoft.Data.Sqlite has no asynchronous I/O; a batch takes milliseconds.
        Insert(db, plan.Inserts);
        Update(db, plan.Updates);
        RunEach(db, InsertSql("confirmations", ArchiveColumns.Confirmations) + ArchiveColumns.ConfirmAgain, ArchiveColumns.Confirmations, plan.Confirmed);
        RunEach(db, InsertSql("revisions", ArchiveColumns.Revisions), ArchiveColumns.Revisions, plan.Revisions);
        RunEach(db, InsertSql("arrivals", ArchiveColumns.Arrivals), ArchiveColumns.Arrivals, plan.Arrivals);
        return Task.CompletedTask;
    }

    private static void Insert(ArchiveDb db, List<ArticleRow> rows)
    {
        if (rows.Count == 0)
            return;

        var names = string.Join(", ", ArchiveColumns.Articles.Select(column => column.Name));
        using var insert = Command(db, $"INSERT INTO articles ({names}, change) VALUES ({Markers(ArchiveColumns.Articles)}, {NextChange}) RETURNING seq", ArchiveColumns.Articles);
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
        RunEach(db, $"UPDATE articles SET {sets}, change = {NextChange} WHERE id = $id", ArchiveColumns.Articles, rows);
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
