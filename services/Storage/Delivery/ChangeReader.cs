using Dateline.Persistence;
using Dateline.Query.Syntax;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Delivery;

/// <summary>Reads what changed, in the order of commits and without gaps.</summary>
public sealed class ChangeReader(Database<ArchiveDb> database)
{
    private readonly ITextDialect text = TextDialect.Of(database.Kind);

    /// <summary>The number of the last change; 0 for an empty archive.</summary>
    public Task<long> LastAsync(CancellationToken cancellationToken) =>
        database.ReadAsync((db, token) => db.Changes.OrderByDescending(row => row.Id).Select(row => row.Id).FirstOrDefaultAsync(token), cancellationToken);

    /// <param name="limit">Changes looked at; without a query all of them are in the page.</param>
    public Task<ChangePage> ReadAsync(long after, int limit, QueryNode query, CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) =>
        {
            var changes = await LoggedAsync(db, after, limit, query, token);
            var wanted = changes.Where(change => change.Matches).Select(change => change.ArticleId).Distinct().ToArray();
            var articles = wanted.Length == 0 ? [] : await db.Articles.Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ArticleRecord.Of, token);
            return new ChangePage
            {
                Items = [.. changes.Select(change => Changed(change, articles, query is AllNode)).OfType<ChangedArticle>()],
                Next = changes.Count > 0 ? changes[^1].Id : after,
                UpToDate = changes.Count < limit,
            };
        }, cancellationToken);

    private async Task<List<LoggedChange>> LoggedAsync(ArchiveDb db, long after, int limit, QueryNode query, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        var condition = new QuerySql(text, query, parameters).Condition("a");
        var sql = $"""
            SELECT c.id, c.article_id, c.kind, c.revision, c."at", CASE WHEN a.id IS NOT NULL AND {condition} THEN {parameters.Add(true)} ELSE {parameters.Add(false)} END AS matches
            FROM (SELECT * FROM change_log WHERE id > {parameters.Add(after)} ORDER BY id LIMIT {limit}) AS c
            LEFT JOIN articles AS a ON a.id = c.article_id
            ORDER BY c.id
            """; // values are parameters
        return await db.Database.SqlQueryRaw<LoggedChange>(sql, parameters.Values).ToListAsync(cancellationToken);
    }

    private static ChangedArticle? Changed(LoggedChange change, Dictionary<Guid, ArticleRecord> articles, bool all)
    {
        var article = change.Matches ? articles.GetValueOrDefault(change.ArticleId) : null;
        var left = article is null && change.Kind != "retracted" && !all;
        if (left && change.Kind == "inserted")
            return null;

        return new ChangedArticle
        {
            Position = change.Id,
            Kind = left ? "unmatched" : change.Kind,
            ArticleId = change.ArticleId,
            Revision = change.Revision,
            At = DateTime.SpecifyKind(change.At, DateTimeKind.Utc),
            Article = article,
        };
    }
}
