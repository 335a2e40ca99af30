using Dateline.Persistence;
using Dateline.Query.Syntax;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Figures;

/// <summary>Spreads the matches of a query over time.</summary>
public sealed class TimelineReader(Database<ArchiveDb> database, TimeProvider time)
{
    /// <summary>More than a screen has pixels helps nobody.</summary>
    public const int MostBuckets = 1_000;

    internal Task<Timeline> ReadAsync(QueryNode query, string written, TimelineInterval interval, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(async (db, token) =>
        {
            var sample = await MatchSample.ChooseAsync(db, database.Kind, query, token);
            var counts = await CountAsync(db, sample, interval, token);
            var last = counts.Count == 0 ? 0 : counts.Keys.Max();
            var first = counts.Count == 0 ? 0 : Math.Max(counts.Keys.Min(), last - MostBuckets + 1);
            var buckets = counts.Count == 0 ? [] : await BucketsAsync(db, sample, counts, first, last, interval, token);
            return new Timeline
            {
                Items = buckets,
                Interval = interval.Written,
                Cut = counts.Keys.Any(number => number < first),
                Query = new QueryEcho(written, query.ToString()),
                Total = sample.TotalOf(counts.Values.Sum()),
                Counting = sample.IsWhole ? "exact" : "sampled",
            };
        }, cancellationToken);

    private Task<Dictionary<long, long>> CountAsync(ArchiveDb db, MatchSample sample, TimelineInterval interval, CancellationToken cancellationToken)
    {
        var parameters = new SqlParameters();
        var number = interval.Number(database.Kind, "a.sort_at");
        return CountAsync(db, $"SELECT {number} AS number, count(*) AS count {sample.From(parameters)} GROUP BY 1", parameters, cancellationToken);
    }

    private async Task<IReadOnlyList<TimelineBucket>> BucketsAsync(
        ArchiveDb db, MatchSample sample, Dictionary<long, long> counts, long first, long last, TimelineInterval interval, CancellationToken cancellationToken)
    {
        var everything = await MatchSample.ChooseAsync(
            db, database.Kind,
            parameters => $"a.sort_at >= {parameters.Add(interval.Start(first))} AND a.sort_at < {parameters.Add(interval.Start(last + 1))}",
            null, cancellationToken);
        if (everything.IsWhole && database.Kind == DatabaseKind.Postgres)
            await PostgresPlanning.WalkAsync(db, cancellationToken); // the date index alone knows
        var all = await CountAsync(db, everything, interval, cancellationToken);
        if (database.Kind == DatabaseKind.Postgres)
            await PostgresPlanning.WalkAsync(db, cancellationToken);
        var gaps = await GapsAsync(db, first, last, interval, cancellationToken);
        return
        [
            .. Enumerable.Range(0, (int)(last - first + 1)).Select(i => first + i).Select(number =>
            {
                var count = sample.Scaled(counts.GetValueOrDefault(number));
                var articles = Math.Max(count, everything.Scaled(all.GetValueOrDefault(number)));
                return new TimelineBucket
                {
                    Start = interval.Start(number),
                    Count = count,
                    All = articles,
                    Share = articles == 0 ? 0 : Math.Round((double)count / articles, 6),
                    Gap = gaps.Contains(number),
                };
            }),
        ];
    }

    private async Task<HashSet<long>> GapsAsync(ArchiveDb db, long first, long last, TimelineInterval interval, CancellationToken cancellationToken)
    {
        if (await db.Changes.OrderBy(row => row.At).Select(row => (DateTime?)row.At).FirstOrDefaultAsync(cancellationToken) is not { } begin)
            return [];

        var now = time.GetUtcNow().UtcDateTime;
        var past = Enumerable.Range(0, (int)(last - first + 1)).Select(i => first + i)
            .Where(number => interval.Start(number) >= begin && interval.Start(number + 1) <= now).ToList();
        if (past.Count == 0)
            return [];

        var parameters = new SqlParameters();
        var spans = string.Join(", ", past.Select(number => FormattableString.Invariant(
            $"({number}, {parameters.Add(interval.Start(number))}, {parameters.Add(interval.Start(number + 1))})")));
        var sql = $"""
            SELECT CAST(b.column1 AS bigint) AS "Value" FROM (VALUES {spans}) AS b
            WHERE NOT EXISTS (SELECT 1 FROM change_log AS c WHERE c."at" >= b.column2 AND c."at" < b.column3)
            """; // values are parameters
        return [.. await db.Database.SqlQueryRaw<long>(sql, parameters.Values).ToListAsync(cancellationToken)];
    }

    private static async Task<Dictionary<long, long>> CountAsync(ArchiveDb db, string sql, SqlParameters parameters, CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<BucketCount>(sql, parameters.Values).ToListAsync(cancellationToken)).ToDictionary(bucket => bucket.Number, bucket => bucket.Count);
}
