using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>
    /// Identities, texts and documents are locked in one order for all, so that two batches wait for each other and never deadlock.
    /// The locks end with the transaction.
    /// </summary>
    public async Task LockAsync(ArchiveDb db, IReadOnlyList<IncomingArticle> batch, CancellationToken cancellationToken)
    {
        var keys = batch
            .SelectMany(item => new[] { Key(item.Row.Id), Key(item.Row.DocumentId), Key(item.Row.CopyKey) })
            .Distinct().Order().ToArray();
        await using var command = Command(db, "SELECT pg_advisory_xact_lock(key) FROM unnest($1) AS key");
        command.Parameters.Add(new NpgsqlParameter { Value = keys });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task WriteAsync(ArchiveDb db, StorePlan plan, CancellationToken cancellationToken)
    {
        await InsertAsync(db, "articles", ArticlesWithIndex, plan.Inserts, cancellationToken);
        await UpdateAsync(db, plan.Updates, cancellationToken);
        await InsertAsync(db, "confirmations", ArchiveColumns.Confirmations, plan.Confirmed, cancellationToken, ArchiveColumns.ConfirmAgain);
        await InsertAsync(db, "revisions", ArchiveColumns.Revisions, plan.Revisions, cancellationToken);
        await InsertAsync(db, "arrivals", ArchiveColumns.Arrivals, plan.Arrivals, cancellationToken);
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

    private static long Key(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(bytes));
    }

    private static long Key(string text) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
