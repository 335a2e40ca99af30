using System.Data;
using Dateline.Persistence;
using Dateline.Query.Matching;
using Dateline.Query.Syntax;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Search;

/// <summary>Answers searches: newest first by keyset, or ranked among the newest matches.</summary>
public sealed class ArticleSearch(Database<ArchiveDb> database)
{
    /// <summary>
    /// Ranking all matches of a common word took 5.7 s among a million articles, ranking the newest 500 of them 8 to 90 ms.
    /// </summary>
    public const int RankedCandidates = 500;

    private readonly ITextDialect text = TextDialect.Of(database.Kind);
    private readonly MatchCounter counter = new(database.Kind);

    public Task<ArticlePage> FindAsync(ArticleCriteria criteria, string written, CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) =>
        {
            // One snapshot for total and page, and the planner's settings end with it. On SQLite a transaction would keep writers out.
            await using var transaction = database.Kind == DatabaseKind.Postgres
                ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, token)
                : null;
            var ranked = criteria.Sort == ArticleSort.Relevance && WantedTerms.Of(criteria.Query).Any();
            var compared = await CompareAsync(db, criteria, ranked ? RankedCandidates : criteria.Limit + 1, token);
            var total = criteria.After?.Total ?? compared?.ToTotal() ?? await counter.CountAsync(db, Matches(criteria), token, criteria.Query is not AllNode);
            var (rows, next, rankedAmong) = ranked
                ? await RankedAsync(db, criteria, total, compared, token)
                : await NewestAsync(db, criteria, total, compared, token);

            var highlighter = Highlighter.For(criteria.Query);
            return new ArticlePage
            {
                Items = [.. rows.Select(row => Found(row, highlighter))],
                Rows = rows,
                Next = next?.Write(),
                Query = new QueryEcho(written, criteria.Query.ToString()),
                Total = total,
                SearchedBackTo = ranked || compared?.Places.Count <= criteria.Limit ? compared?.Reached?.SortAt : null,
                RankedAmong = rankedAmong,
            };
        }, cancellationToken);

    /// <summary>Null where matches are found by the index alone, and where a ranking is only read on.</summary>
    private async Task<CandidateMatches?> CompareAsync(ArchiveDb db, ArticleCriteria criteria, int wanted, CancellationToken cancellationToken)
    {
        if (database.Kind == DatabaseKind.Sqlite || criteria.After is { Ranking.Count: > 0 })
            return null;
        var parameters = new SqlParameters();
        var condition = Condition(criteria, parameters);
        return await new CandidateSearch(db, criteria, new QuerySql(text, criteria.Query, parameters), condition, parameters).FindAsync(wanted, cancellationToken);
    }

    /// <summary>How many articles may be looked at in the order of the answer; null for gathering all matches.</summary>
    private async Task<long?> PlanAsync(ArchiveDb db, ArticleCriteria criteria, int wanted, ArticleTotal total, CancellationToken cancellationToken)
    {
        if (database.Kind == DatabaseKind.Sqlite || criteria.Query is AllNode)
            return long.MaxValue;
        return await PostgresPlanning.WalkLengthAsync(db, total.Value, wanted, cancellationToken);
    }

    /// <summary>
    /// The newest matches after a cursor. To gather means: all matches first (OFFSET 0 keeps PostgreSQL from merging the two). On a
    /// walk the limit inside keeps it from looking at more than it may.
    /// </summary>
    private string Newest(ArticleCriteria criteria, SqlParameters parameters, int limit, long? walk)
    {
        var condition = Condition(criteria, parameters);
        var (beyond, order) = criteria.Sort == ArticleSort.Oldest ? (">", "ASC") : ("<", "DESC");
        var after = criteria.After is { Ranking.Count: 0 } cursor ? $"(m.sort_at, m.seq) {beyond} ({parameters.Add(cursor.SortAt)}, {parameters.Add(cursor.Seq)})" : "1 = 1";
        return walk switch
        {
            null => $"SELECT m.seq FROM (SELECT a.seq, a.sort_at FROM articles AS a WHERE {condition} OFFSET 0) AS m WHERE {after} ORDER BY m.sort_at {order}, m.seq {order} LIMIT {limit}",
            long.MaxValue => $"SELECT a.seq FROM articles AS a WHERE {condition} AND {after.Replace("m.", "a.", StringComparison.Ordinal)} ORDER BY a.sort_at {order}, a.seq {order} LIMIT {limit}",
            _ => $"""
                SELECT a.seq FROM (SELECT * FROM articles AS m WHERE {after} ORDER BY m.sort_at {order}, m.seq {order} LIMIT {walk}) AS a
                WHERE {condition} ORDER BY a.sort_at {order}, a.seq {order} LIMIT {limit}
                """,
        };
    }

    /// <summary>
    /// Walks from the newest if that promises to be quick, and gathers if it was not: words that seem common may not occur together,
    /// or not lately, and only looking tells.
    /// </summary>
    /// <param name="db">In a transaction on PostgreSQL: the planner's settings end with it.</param>
    /// <param name="criteria">What is searched.</param>
    /// <param name="limit">Articles wanted.</param>
    /// <param name="total">How many match.</param>
    /// <param name="statement">Makes a statement of the one that gives the seq of the newest matches.</param>
    /// <param name="cancellationToken">Stops.</param>
    private async Task<List<TRow>> NewestAsync<TRow>(
        ArchiveDb db, ArticleCriteria criteria, int limit, ArticleTotal total, Func<string, SqlParameters, string> statement, CancellationToken cancellationToken)
    {
        if (await PlanAsync(db, criteria, limit, total, cancellationToken) is { } walk)
        {
            if (database.Kind == DatabaseKind.Postgres)
                await PostgresPlanning.WalkAsync(db, cancellationToken);
            var found = await RunAsync(walk);
            if (walk == long.MaxValue || found.Count == limit)
                return found;
        }

        await PostgresPlanning.GatherAsync(db, cancellationToken);
        return await RunAsync(null);

        Task<List<TRow>> RunAsync(long? walk)
        {
            var parameters = new SqlParameters();
            var sql = statement(Newest(criteria, parameters, limit, walk), parameters); // values are parameters
            return db.Database.SqlQueryRaw<TRow>(sql, parameters.Values).ToListAsync(cancellationToken);
        }
    }

    private async Task<(List<ArticleRow> Rows, SearchCursor? Next, int? RankedAmong)> NewestAsync(
        ArchiveDb db, ArticleCriteria criteria, ArticleTotal total, CandidateMatches? compared, CancellationToken cancellationToken)
    {
        var found = compared?.Places.Select(place => place.Seq).ToList() ?? await NewestAsync<long>(
            db, criteria, criteria.Limit + 1, total, (newest, _) => $"SELECT seq AS \"Value\" FROM ({newest}) AS page", cancellationToken);
        var rows = await ReadAsync(db, found.Take(criteria.Limit), cancellationToken);
        var end = found.Count > criteria.Limit && rows.Count > 0 ? new ArticlePlace { SortAt = rows[^1].SortAt, Seq = rows[^1].Seq } : compared?.Reached;
        var next = end is null ? null : new SearchCursor { Query = criteria.Hash, Total = total, SortAt = end.SortAt, Seq = end.Seq };
        return (rows, next, null);
    }

    private async Task<(List<ArticleRow> Rows, SearchCursor? Next, int? RankedAmong)> RankedAsync(
        ArchiveDb db, ArticleCriteria criteria, ArticleTotal total, CandidateMatches? compared, CancellationToken cancellationToken)
    {
        var ranking = criteria.After?.Ranking ?? await RankAsync(db, criteria, total, compared, cancellationToken);
        var among = criteria.After is { RankedAmong: > 0 } cursor ? cursor.RankedAmong : ranking.Count;
        var rows = await ReadAsync(db, ranking.Take(criteria.Limit), cancellationToken);
        var next = ranking.Count > criteria.Limit
            ? new SearchCursor { Query = criteria.Hash, Total = total, Ranking = [.. ranking.Skip(criteria.Limit)], RankedAmong = among }
            : null;
        return (rows, next, among);
    }

    private static async Task<List<ArticleRow>> ReadAsync(ArchiveDb db, IEnumerable<long> wanted, CancellationToken cancellationToken)
    {
        var order = wanted.ToList();
        var rows = await db.Articles.Where(row => order.Contains(row.Seq)).ToDictionaryAsync(row => row.Seq, cancellationToken);
        return [.. order.Where(rows.ContainsKey).Select(seq => rows[seq])];
    }

    private async Task<IReadOnlyList<long>> RankAsync(
        ArchiveDb db, ArticleCriteria criteria, ArticleTotal total, CandidateMatches? compared, CancellationToken cancellationToken)
    {
        var ranks = compared is null
            ? await NewestAsync<RankedArticle>(db, criteria, RankedCandidates, total, (newest, parameters) => new QuerySql(text, criteria.Query, parameters).Rank(newest), cancellationToken)
            : await RankAsync(db, criteria, [.. compared.Places.Select(place => place.Seq)], cancellationToken);
        return [.. ranks.OrderByDescending(article => article.Rank).ThenByDescending(article => article.Seq).Select(article => article.Seq)];
    }

    private Task<List<RankedArticle>> RankAsync(ArchiveDb db, ArticleCriteria criteria, long[] found, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        var sql = new QuerySql(text, criteria.Query, parameters).Rank($"SELECT unnest({parameters.Add(found)})"); // values are parameters
        return db.Database.SqlQueryRaw<RankedArticle>(sql, parameters.Values).ToListAsync(cancellationToken);
    }

    private Func<SqlParameters, string> Matches(ArticleCriteria criteria) =>
        parameters => $"SELECT 1 FROM articles AS a WHERE {Condition(criteria, parameters)}";

    /// <summary>
    /// The original and the earlier copies are looked up apart: as one condition with OR each look on the walk read the whole table
    /// (1 042 ms and 169 092 pages for 50 of 10 000 articles, now 2 ms and 1 193).
    /// </summary>
    private string Condition(ArticleCriteria criteria, SqlParameters parameters)
    {
        var sql = new QuerySql(text, criteria.Query, parameters);
        var condition = sql.Condition("a");
        return criteria.Collapse switch
        {
            CopyHandling.Copies => $"""
                {condition} AND (a.duplicate_of IS NULL OR (
                    NOT COALESCE((SELECT {sql.Condition("o")} FROM articles AS o WHERE o.id = a.duplicate_of), FALSE)
                    AND NOT EXISTS (SELECT 1 FROM articles AS o WHERE o.duplicate_of = a.duplicate_of AND o.seq < a.seq AND {sql.Condition("o")})))
                """,
            CopyHandling.Story => $"""
                {condition} AND NOT EXISTS (
                    SELECT 1 FROM articles AS o WHERE o.story_id = a.story_id AND o.seq < a.seq AND {sql.Condition("o")})
                """,
            _ => condition,
        };
    }

    private static FoundArticle Found(ArticleRow row, Highlighter highlighter) => new()
    {
        Id = row.Id,
        Title = row.Title,
        Url = row.Url,
        SiteName = row.SiteName,
        SourceId = row.SourceId,
        SourceTitle = row.SourceTitle,
        Language = row.Language,
        PublishedAt = row.PublishedAt,
        PublishedPrecision = row.PublishedPrecision,
        Summary = row.Summary,
        Authors = row.Authors,
        Image = row.Image,
        Revision = row.Revision,
        StoredAt = row.StoredAt,
        DuplicateOf = row.DuplicateOf,
        StoryId = row.StoryId,
        TraceId = row.TraceId,
        MarkedTitle = row.Title is { } title ? highlighter.Mark(title, row.Language) : null,
        Snippet = highlighter.Snippet(row.Text, row.Language),
    };
}
