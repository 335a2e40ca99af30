using System.Text.Json;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Search;

/// <summary>
/// Chooses how PostgreSQL finds matches. Left alone the planner reads whole tables, because it does not know that every look at a
/// full-text entry unpacks some kilobytes, and it walks the date index for words that hardly occur. A way that is switched off gets
/// an absurd cost, which would start the compiler (jit) for queries of a millisecond.
/// </summary>
internal static class PostgresPlanning
{
    /// <summary>How many articles match, by the planner's statistics: costs no look at the data.</summary>
    public static async Task<long> EstimateAsync(ArchiveDb db, string matches, SqlParameters parameters, CancellationToken cancellationToken)
    {
        var explain = $"EXPLAIN (FORMAT JSON) {matches}";
        var plan = await db.Database.SqlQueryRaw<string>(explain, parameters.Values).ToListAsync(cancellationToken);
        using var json = JsonDocument.Parse(plan[0]);
        return (long)json.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetDouble();
    }

    /// <summary>
    /// About how many articles there are, by the last number. Sets this transaction to walk: without index scans the last number of a
    /// million took 1.3 s.
    /// </summary>
    public static async Task<long> ArticlesAsync(ArchiveDb db, CancellationToken cancellationToken)
    {
        await WalkAsync(db, cancellationToken);
        return await db.Articles.MaxAsync(row => (long?)row.Seq, cancellationToken) ?? 0;
    }

    /// <summary>
    /// For this transaction: find matches through the full-text index, together with those of dates and languages. Plain index scans
    /// are off: for words of one week of 500 000 articles the planner read the week and unpacked each text (24 500 pages against 720).
    /// With the usual 4 MB a common word's matches among a million articles do not fit, and each article on a page is looked at.
    /// </summary>
    public static Task GatherAsync(ArchiveDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("SET LOCAL jit = off; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = on; SET LOCAL enable_sort = on; SET LOCAL enable_indexscan = off; SET LOCAL work_mem = '64MB'", cancellationToken);

    /// <summary>For this transaction: walk from the newest article until a page is full.</summary>
    public static Task WalkAsync(ArchiveDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("SET LOCAL jit = off; SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = on; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off", cancellationToken);
}
