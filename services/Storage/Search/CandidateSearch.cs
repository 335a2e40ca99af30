using System.Globalization;
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

    private readonly bool oldest = criteria.Sort == ArticleSort.Oldest;

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

        var after = criteria.After is { Ranking.Count: 0 } cursor ? new ArticlePlace { SortAt = cursor.SortAt, Seq = cursor.Seq } : null;
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
        if (articlesToCross > articles / 2)
            return null;

        var values = new SqlParameters();
        var sql = $"""
            SELECT m.sort_at, m.seq, 0 AS matches FROM articles AS m {(after is null ? "" : $"WHERE {Compare("m", Beyond, after, values)}")}
            ORDER BY m.sort_at {Order}, m.seq {Order} OFFSET {articlesToCross.ToString(CultureInfo.InvariantCulture)} LIMIT 1
            """;
        return (await db.Database.SqlQueryRaw<ArticlePlace>(sql, values.Values).ToListAsync(cancellationToken)).SingleOrDefault(); // values are parameters
    }

    private async Task<CandidateMatches> CompareAsync(string candidates, ArticlePlace? after, ArticlePlace? end, int wanted, CancellationToken cancellationToken)
    {
        var values = parameters.Copy();
        var between = $"{(after is null ? "" : $" AND {Compare("a", Beyond, after, values)}")}{(end is null ? "" : $" AND {Compare("a", UpTo, end, values)}")}";
        var sql = $"""
            SELECT a.seq, a.sort_at, CASE WHEN {condition} THEN 1 ELSE 0 END AS matches
            FROM (SELECT * FROM articles AS a WHERE {candidates}{between} ORDER BY a.sort_at {Order}, a.seq {Order} LIMIT {most + 1}) AS a
            ORDER BY a.sort_at {Order}, a.seq {Order}
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

    private string Order => oldest ? "ASC" : "DESC";

    private string Beyond => oldest ? ">" : "<";

    private string UpTo => oldest ? "<=" : ">=";

    private static string Compare(string alias, string how, ArticlePlace place, SqlParameters values) =>
        $"({alias}.sort_at, {alias}.seq) {how} ({values.Add(place.SortAt)}, {values.Add(place.Seq)})";
}
