using Dateline.Persistence;
using Dateline.Query.Syntax;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Delivery;

/// <summary>
/// Reads all matches in the order in which they were first stored, some at a time: memory does not grow with their number, no
/// transaction stays open for long, and a number says where to go on after a broken connection.
/// </summary>
public sealed class ArticleExport(Database<ArchiveDb> database)
{
    private const int ReadAtOnce = 200;

    private readonly ITextDialect text = TextDialect.Of(database.Kind);
    private readonly MatchCounter counter = new(database.Kind);

    /// <summary>The last article there is now: an export ends there although more arrive.</summary>
    public Task<long> EndAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) => await db.Articles.MaxAsync(row => (long?)row.Seq, token) ?? 0, cancellationToken);

    internal async IAsyncEnumerable<IReadOnlyList<ArticleRow>> ReadAsync(
        QueryNode query, long after, long end, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rare = await AreRareAsync(query, cancellationToken);
        while (after < end)
        {
            var rows = await ReadAsync(query, after, end, rare, cancellationToken);
            if (rows.Count == 0)
                yield break;
            yield return rows;
            after = rows[^1].Seq;
        }
    }

    private Task<bool> AreRareAsync(QueryNode query, CancellationToken cancellationToken) => database.Kind == DatabaseKind.Sqlite || query is AllNode
        ? Task.FromResult(false)
        : database.ReadSnapshotAsync(async (db, token) =>
        {
            var total = await counter.CountAsync(db, parameters => $"SELECT 1 FROM articles AS a WHERE {new QuerySql(text, query, parameters).Condition("a")}", token);
            return NewestPlan.For(total.Value, total.Value, await PostgresPlanning.ArticlesAsync(db, token), ArticleCriteria.DefaultLimit).Walked is null;
        }, cancellationToken);

    private Task<List<ArticleRow>> ReadAsync(QueryNode query, long after, long end, bool rare, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(async (db, token) =>
        {
            if (database.Kind == DatabaseKind.Postgres)
                await (rare ? PostgresPlanning.GatherAsync(db, token) : PostgresPlanning.WalkAsync(db, token));
            var parameters = new SqlParameters();
            var condition = new QuerySql(text, query, parameters).Condition("a");
            var matches = $"SELECT a.seq FROM articles AS a WHERE {condition}{(rare ? " OFFSET 0" : "")}";
            var sql = rare
                ? $"SELECT m.seq AS \"Value\" FROM ({matches}) AS m WHERE m.seq > {parameters.Add(after)} AND m.seq <= {parameters.Add(end)} ORDER BY m.seq LIMIT {ReadAtOnce}"
                : $"SELECT a.seq AS \"Value\" FROM articles AS a WHERE {condition} AND a.seq > {parameters.Add(after)} AND a.seq <= {parameters.Add(end)} ORDER BY a.seq LIMIT {ReadAtOnce}"; // values are parameters
            var found = await db.Database.SqlQueryRaw<long>(sql, parameters.Values).ToListAsync(token);
            return await db.Articles.Where(row => found.Contains(row.Seq)).OrderBy(row => row.Seq).ToListAsync(token);
        }, cancellationToken);
}
