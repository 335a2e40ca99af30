using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Search;

/// <summary>
/// Looks for phrases in PostgreSQL, whose index knows words only: takes the newest articles that have all the words and compares the
/// words' places in these. Comparing all articles with two common words took 1.5 s among 500 000.
/// </summary>
internal sealed class CandidateSearch(ArchiveDb db, ArticleCriteria criteria, QuerySql query, string condition, SqlParameters parameters)
{
    /// <summary>Articles compared for a page: 10 to 20 µs each, and as much again to reach them.</summary>
    private const int ComparedForPage = 1_000;

    private const int ComparedForRanking = 2_000;

    /// <summary>While nothing at all was found, as many times.</summary>
    private const int MostRounds = 5;

    /// <summary>More than the candidates should lie in, since they are never spread evenly.</summary>
    private const double Slack = 1.5;

    private readonly int most = criteria.Sort == ArticleSort.Relevance ? ComparedForRanking : ComparedForPage;

    private readonly TimeOrder order = new(criteria.Sort);

    /// <summary>Null where few enough have the words, so that all of them can be compared.</summary>
    /// <param name="wanted">Articles for the answer.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<CandidateMatches?> FindAsync(int wanted, CancellationToken cancellationToken)
    {
        if (query.Candidates("a") is not { } candidates)
            return null;
        var expected = await PostgresPlanning.EstimateAsync(db, $"SELECT 1 FROM articles AS a WHERE {candidates}", parameters, cancellationToken);
        if (expected <= ComparedForRanking)
            return null;

        var after = criteria.After is { Ranking.Count: 0 } cursor ? cursor.Place : null;
        var compared = 0;
        for (var round = 1; ; round++)
        {
            var end = await EndAsync(after, expected, cancellationToken);
            var found = await CompareAsync(candidates, after, end, wanted, cancellationToken);
            compared += found.Compared;
            if (found.Places.Count > 0 || found.Reached is null || round == MostRounds)
                return found with { Total = found.Reached is null ? found.Matches : (long)((double)expected * found.Matches / Math.Max(1, compared)) };
            after = found.Reached;
        }
    }

    /// <summary>Where enough candidates should have been met; null for the end of the archive.</summary>
    private async Task<ArticlePlace?> EndAsync(ArticlePlace? after, long expected, CancellationToken cancellationToken)
    {
        var articles = await PostgresPlanning.ArticlesAsync(db, cancellationToken);
        var articlesToCross = (long)(Slack * most * articles / expected);
        return articlesToCross > articles / 2 ? null : await order.PassedAsync(db, after, articlesToCross, cancellationToken);
    }

    private async Task<CandidateMatches> CompareAsync(string candidates, ArticlePlace? after, ArticlePlace? end, int wanted, CancellationToken cancellationToken)
    {
        var values = parameters.Copy();
        var between = $"{order.After("a", after, values)} AND {order.UpTo("a", end, values)}";
        var sql = $"""
            SELECT a.seq, a.sort_at, CASE WHEN {condition} THEN 1 ELSE 0 END AS matches
            FROM (SELECT * FROM articles AS a WHERE {candidates} AND {between} ORDER BY {order.By("a")} LIMIT {most + 1}) AS a
            ORDER BY {order.By("a")}
            """;
        await PostgresPlanning.GatherAsync(db, cancellationToken);
        var looked = await db.Database.SqlQueryRaw<ArticlePlace>(sql, values.Values).ToListAsync(cancellationToken); // values are parameters
        var compared = looked.Take(most).ToList();
        var matches = compared.Where(place => place.Matches == 1).ToList();
        return new CandidateMatches
        {
            Places = [.. matches.Take(wanted)],
            Matches = matches.Count,
            Compared = compared.Count,
            Reached = looked.Count > most ? compared[^1] : end,
        };
    }
}
