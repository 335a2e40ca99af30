using Dateline.Persistence;
using Dateline.Query.Matching;
using Dateline.Query.Syntax;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Dateline.Storage.Delivery;
using Dateline.Storage.Retention;
using Dateline.Storage.Search;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Rules;

/// <summary>Applies rules to what is stored already, in small transactions, so that it can be broken off and begun again.</summary>
public sealed class RuleReach(Database<ArchiveDb> database, ArticleExport articles, ArticleRemoval removal, TimeProvider time)
{
    private readonly IArchiveTables tables = IArchiveTables.For(database.Kind);

    /// <summary>A query on what was first stored in the last days.</summary>
    internal static QueryNode Since(QueryNode query, int days, TimeProvider time)
    {
        var from = time.GetUtcNow().UtcDateTime.AddDays(-days);
        return And(query, new RangeNode(QueryField.Stored, $"{from:yyyy-MM-ddTHH:mm:ssZ}..", from, null, 0, 0));
    }

    public async Task<int> TagAsync(Rule rule, int? days, CancellationToken cancellationToken)
    {
        var changed = 0;
        var end = await articles.EndAsync(cancellationToken);
        await foreach (var found in articles.ReadAsync(QueryOf(rule, days), 0, end, cancellationToken))
        {
            var untagged = found.Where(row => !row.Tags.Contains(rule.Tag!)).Select(row => row.Id).ToArray();
            changed += await TagAsync(untagged, rule.Tag!, cancellationToken);
        }

        return changed;
    }

    /// <summary>Removes what the rule meets, but for what a keep rule before it meets, as it would have when it arrived.</summary>
    public async Task<int> RemoveAsync(Rule rule, int? days, string by, CancellationToken cancellationToken)
    {
        var before = (await database.ReadAsync(
            (db, token) => db.Rules.OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(token), cancellationToken)).TakeWhile(row => row.Id != rule.Id);
        var query = And(QueryOf(rule, days), [.. before
            .Where(row => row.Enabled && row.Action == "keep")
            .Select(row => new NotNode(CriteriaReader.Query(row.Query, "query"), 0, 0))]);
        var parameters = new SqlParameters();
        var sql = $"SELECT a.* FROM articles AS a WHERE {new QuerySql(TextDialect.Of(database.Kind), query, parameters).Condition("a")}"; // values are parameters
        return (await removal.RunAsync(
            "rule", rule.Name, by, $"Dropped by the rule “{rule.Name}”.", rows => ((DbSet<ArticleRow>)rows).FromSqlRaw(sql, parameters.Values), cancellationToken)).Articles;
    }

    private QueryNode QueryOf(Rule rule, int? days)
    {
        var query = CriteriaReader.Query(rule.Query, "query");
        return days is { } some ? Since(query, some, time) : query;
    }

    /// <summary>Parts side by side: a language that the query asks for holds for all of them.</summary>
    private static QueryNode And(QueryNode query, params IReadOnlyList<QueryNode> more) => (query, more.Count) switch
    {
        (_, 0) => query,
        (AllNode, 1) => more[0],
        (AllNode, _) => new AndNode(more, 0, 0),
        (AndNode and, _) => new AndNode([.. and.Parts, .. more], 0, 0),
        _ => new AndNode([query, .. more], 0, 0),
    };

    private Task<int> TagAsync(Guid[] ids, string tag, CancellationToken cancellationToken) => ids.Length == 0 ? Task.FromResult(0) : database.WriteAsync(async (db, token) =>
    {
        // Read again inside the transaction: an article may have been revised since it was found.
        var rows = await db.Articles.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(token);
        var plan = new StorePlan();
        foreach (var row in rows)
        {
            row.Tags = [.. row.Tags, tag];
            row.Terms = IndexText.Of(Searchable.Of(row));
            plan.Updates.Add(row);
        }

        await tables.WriteAsync(db, plan, token);
        return rows.Count;
    }, cancellationToken);
}
