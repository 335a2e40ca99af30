using System.Globalization;
using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Benchmarks.Archives.Loading;

/// <summary>
/// Lets PostgreSQL repeat what was loaded, period after period, under new ids, addresses, dates and keys: a million articles in the
/// time of some of them. Words are as frequent as before; texts that repeat are no copies of each other, as if they were different.
/// </summary>
internal sealed class LaterPeriods(Database<ArchiveDb> database)
{
    private static readonly Dictionary<string, string> Changed = new(StringComparer.Ordinal)
    {
        ["identity_key"] = "identity_key || '#' || {0}",
        ["url"] = "url || '?period={0}'",
        ["copy_key"] = "copy_key || ':{0}'",
        ["fingerprint"] = "md5(fingerprint || {0}) || md5(fingerprint)",
        ["content_hash"] = "md5(content_hash || {0}) || md5(content_hash)",
        ["state_hash"] = "md5(state_hash || {0}) || md5(state_hash)",
        ["document_id"] = "(lpad(to_hex((extract(epoch FROM fetched_at + {1}) * 1000)::bigint), 12, '0') || '7' || substr(md5(document_id::text || {0}), 14))::uuid",
        ["hash"] = "hash # ('x' || substr(md5('{0}'), 1, 16))::bit(64)::bigint",
    };

    private static readonly HashSet<string> Ids = ["id", "article_id", "duplicate_of", "story_id", "first_article", "best_article", "merged_into"];

    public Task<bool> RepeatAsync(int periods, Action<string> progress, CancellationToken cancellationToken) => database.ReadAsync(async (db, token) =>
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(2));
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE story_terms DROP CONSTRAINT pk_story_terms", token);
        var last = await db.Articles.MaxAsync(row => row.Seq, token);
        foreach (var table in new[] { "articles", "arrivals", "shingles", "stories", "story_terms" })
            await db.Database.ExecuteSqlRawAsync(Format("CREATE TABLE first_{0} AS SELECT * FROM {0}", table), token);
        for (var period = 1; period < periods; period++)
        {
            var shift = Format("interval '{0} seconds'", NewsWire.Span.TotalSeconds * period / periods);
            await RepeatAsync(db, "articles", [.. ArchiveColumns.Articles.Select(Named), ("search", "tsvector")], period, shift, "ORDER BY seq", token);
            await RepeatAsync(db, "arrivals", [.. ArchiveColumns.Arrivals.Select(Named)], period, shift, "", token);
            await RepeatAsync(db, "shingles", [.. ArchiveColumns.Shingles.Select(Named)], period, shift, "", token);
            await RepeatAsync(db, "stories", [.. ArchiveColumns.Stories.Select(Named)], period, shift, "", token);
            await RepeatAsync(db, "story_terms", [.. ArchiveColumns.StoryTerms.Select(Named)], period, shift, "", token);
            progress(Format("period {0} of {1}, {2} articles each", period + 1, periods, last));
        }

        foreach (var table in new[] { "articles", "arrivals", "shingles", "stories", "story_terms" })
            await db.Database.ExecuteSqlRawAsync(Format("DROP TABLE first_{0}", table), token);
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE story_terms ADD CONSTRAINT pk_story_terms PRIMARY KEY (term, story_id)", token);
        return true;
    }, cancellationToken);

    private static Task<int> RepeatAsync(
        ArchiveDb db, string table, IReadOnlyList<(string Name, string Type)> columns, int period, string shift, string order, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", columns.Select(column => column.Name));
        var values = string.Join(", ", columns.Select(column => Value(column, period, shift)));
        var sql = $"INSERT INTO {table} ({names}) SELECT {values} FROM first_{table} {order}"; // nothing in it comes from outside
        return db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
    }

    private static string Value((string Name, string Type) column, int period, string shift)
    {
        if (Changed.TryGetValue(column.Name, out var change))
            return Format(change, period, shift);
        if (Ids.Contains(column.Name))
            return Format("md5({0}::text || {1})::uuid", column.Name, period);
        return column.Type == "timestamptz" ? $"{column.Name} + {shift}" : column.Name;
    }

    private static (string, string) Named<TRow>(Column<TRow> column) => (column.Name, column.Type);

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
