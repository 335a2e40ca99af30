using Dateline.Query.Syntax;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Search;

/// <summary>Finds the newest matches after a cursor in PostgreSQL, or the oldest.</summary>
/// <param name="db">In a transaction: the planner's settings end with it.</param>
/// <param name="criteria">What is searched for.</param>
/// <param name="condition">Writes the condition that an article matches, as "a".</param>
/// <param name="words">Writes the part of it that the full-text index answers; null where it answers none or all.</param>
internal sealed class NewestSearch(ArchiveDb db, ArticleCriteria criteria, Func<SqlParameters, string> condition, Func<SqlParameters, string>? words)
{
    private readonly SearchCursor? after = criteria.After is { Ranking.Count: 0 } cursor ? cursor : null;

    private readonly TimeOrder order = new(criteria.Sort);

    private ArticlePlace? Start => after?.Place;

    /// <summary>The total comes with it unless nothing was asked that an index knows.</summary>
    public async Task<(List<long> Seqs, ArticleTotal? Total)> FindAsync(int wanted, CancellationToken cancellationToken)
    {
        if (criteria.Query is AllNode)
        {
            await PostgresPlanning.WalkAsync(db, cancellationToken);
            return (await SeqsAsync(parameters => Walk(parameters, wanted, null), cancellationToken), null);
        }

        var articles = await PostgresPlanning.ArticlesAsync(db, cancellationToken);
        var (plan, total) = await PlanAsync(articles, wanted, cancellationToken);
        while (!plan.IsWhole)
        {
            var found = await FindAsync(plan, wanted, cancellationToken);
            if (found.Count == wanted)
                return (found, total);
            plan = plan.Wider(articles);
        }

        return await GatherAsync(wanted, cancellationToken);
    }

    /// <summary>By what the statistics expect where that makes a short walk, else by the length of the index's lists.</summary>
    private async Task<(NewestPlan Plan, ArticleTotal Total)> PlanAsync(long articles, int wanted, CancellationToken cancellationToken)
    {
        if (after is { Total: { Kind: not "at-least" } known })
            return (known.Value <= NewestPlan.GatheredWhole ? NewestPlan.Whole : NewestPlan.For(known.Value, known.Value, articles, wanted), known);

        var expected = await EstimateAsync(condition, cancellationToken);
        var entries = words is null ? expected : await EstimateAsync(words, cancellationToken);
        var quick = NewestPlan.For(expected, entries, articles, wanted);
        if (quick.Walked is not null && expected > NewestPlan.GatheredWhole)
            return (quick, new ArticleTotal(expected, "estimated"));
        if (entries > NewestPlan.LongList)
            return (NewestPlan.Whole, new ArticleTotal(expected, "estimated"));

        var listed = await ListedMatches.ReadAsync(db, condition, cancellationToken);
        var plan = listed.Matches <= NewestPlan.GatheredWhole ? NewestPlan.Whole : NewestPlan.For(listed.Matches, listed.Longest, articles, wanted);
        return (plan, new ArticleTotal(listed.Matches, "estimated"));
    }

    private Task<long> EstimateAsync(Func<SqlParameters, string> what, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        return PostgresPlanning.EstimateAsync(db, $"SELECT 1 FROM articles AS a WHERE {what(parameters)}", parameters, cancellationToken);
    }

    private async Task<List<long>> FindAsync(NewestPlan plan, int wanted, CancellationToken cancellationToken)
    {
        if (plan.Walked is { } walked)
        {
            await PostgresPlanning.WalkAsync(db, cancellationToken);
            return await SeqsAsync(parameters => Walk(parameters, wanted, walked), cancellationToken);
        }

        await PostgresPlanning.WalkAsync(db, cancellationToken);
        var end = await order.PassedAsync(db, Start, plan.Window!.Value, cancellationToken);
        await PostgresPlanning.GatherAsync(db, cancellationToken);
        return await SeqsAsync(parameters => Within(parameters, wanted, end), cancellationToken);
    }

    /// <summary>All matches by the index, which tells how many there are (OFFSET 0 keeps PostgreSQL from merging the two).</summary>
    private async Task<(List<long> Seqs, ArticleTotal? Total)> GatherAsync(int wanted, CancellationToken cancellationToken)
    {
        await PostgresPlanning.GatherAsync(db, cancellationToken);
        var parameters = new SqlParameters();
        var sql = $"""
            SELECT m.seq, count(*) OVER () AS total FROM (SELECT a.seq, a.sort_at FROM articles AS a WHERE {condition(parameters)} OFFSET 0) AS m
            WHERE {order.After("m", Start, parameters)} ORDER BY {order.By("m")} LIMIT {wanted}
            """;
        var found = await db.Database.SqlQueryRaw<GatheredArticle>(sql, parameters.Values).ToListAsync(cancellationToken); // values are parameters
        return (found.ConvertAll(article => article.Seq), after?.Total ?? new ArticleTotal(found.Count == 0 ? 0 : found[0].Total, "exact"));
    }

    /// <summary>The limit inside keeps the walk from looking at more than it may.</summary>
    private string Walk(SqlParameters parameters, int wanted, long? articles) => articles is null
        ? $"SELECT a.seq FROM articles AS a WHERE {condition(parameters)} AND {order.After("a", Start, parameters)} ORDER BY {order.By("a")} LIMIT {wanted}"
        : $"""
            SELECT a.seq FROM (SELECT * FROM articles AS m WHERE {order.After("m", Start, parameters)} ORDER BY {order.By("m")} LIMIT {articles}) AS a
            WHERE {condition(parameters)} ORDER BY {order.By("a")} LIMIT {wanted}
            """;

    private string Within(SqlParameters parameters, int wanted, ArticlePlace? end) =>
        $"SELECT a.seq FROM articles AS a WHERE {condition(parameters)} AND {order.After("a", Start, parameters)} AND {order.UpTo("a", end, parameters)} ORDER BY {order.By("a")} LIMIT {wanted}";

    private Task<List<long>> SeqsAsync(Func<SqlParameters, string> statement, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        var sql = $"SELECT seq AS \"Value\" FROM ({statement(parameters)}) AS page"; // values are parameters
        return db.Database.SqlQueryRaw<long>(sql, parameters.Values).ToListAsync(cancellationToken);
    }
}
