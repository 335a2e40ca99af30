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
    /// <summary>
    /// Walking from the newest article costs about 8 µs for each that is looked at, gathering by the index 4 µs for each match: with
    /// a page of 50, the two meet where the square of the matches is a hundred times the articles.
    /// </summary>
    private const long Balance = 100;

    /// <summary>How many articles match, by the planner's statistics: costs no look at the data.</summary>
    public static async Task<long> EstimateAsync(ArchiveDb db, string matches, SqlParameters parameters, CancellationToken cancellationToken)
    {
        var explain = $"EXPLAIN (FORMAT JSON) {matches}";
        var plan = await db.Database.SqlQueryRaw<string>(explain, parameters.Values).ToListAsync(cancellationToken);
        using var json = JsonDocument.Parse(plan[0]);
        return (long)json.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetDouble();
    }

    /// <summary>Whether so few articles match that they are gathered first and sorted then.</summary>
    public static async Task<bool> AreRareAsync(ArchiveDb db, long matches, CancellationToken cancellationToken)
    {
        var articles = await db.Articles.MaxAsync(row => (long?)row.Seq, cancellationToken) ?? 0;
        return (double)matches * matches < (double)Balance * articles;
    }

    /// <summary>For this transaction: find matches through the full-text index.</summary>
    public static Task GatherAsync(ArchiveDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("SET LOCAL jit = off; SET LOCAL enable_seqscan = off", cancellationToken);

    /// <summary>For this transaction: walk from the newest article until a page is full.</summary>
    public static Task WalkAsync(ArchiveDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("SET LOCAL jit = off; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off", cancellationToken);
}
