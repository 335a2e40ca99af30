using System.Text.Json;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Search;

/// <summary>
/// How many articles PostgreSQL's indexes name for a condition, without a look at any of them: the plan of a statement that wants a
/// single match tells how long the lists were that it had to read. Statistics know common words only, and nothing of two together.
/// </summary>
/// <param name="Matches">Those of one index; of several at most the shortest list, and what the planner expects.</param>
/// <param name="Longest">The longest list that was read.</param>
internal readonly record struct ListedMatches(long Matches, long Longest)
{
    public static async Task<ListedMatches> ReadAsync(ArchiveDb db, Func<SqlParameters, string> condition, CancellationToken cancellationToken)
    {
        await PostgresPlanning.GatherAsync(db, cancellationToken);
        var parameters = new SqlParameters();
        var explain = $"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) SELECT 1 FROM articles AS a WHERE {condition(parameters)} LIMIT 1"; // values are parameters
        var plan = await db.Database.SqlQueryRaw<string>(explain, parameters.Values).ToListAsync(cancellationToken);
        using var json = JsonDocument.Parse(plan[0]);
        return Of(json.RootElement[0].GetProperty("Plan"));
    }

    internal static ListedMatches Of(JsonElement plan)
    {
        var node = plan;
        while (node.GetProperty("Node Type").GetString() is not ("Bitmap Index Scan" or "BitmapAnd" or "BitmapOr"))
        {
            if (!node.TryGetProperty("Plans", out var inner))
                return new ListedMatches(Expected(plan), 0);
            node = inner[0];
        }

        var (most, longest) = Lists(node);
        return new ListedMatches(node.GetProperty("Node Type").GetString() == "BitmapAnd" ? Math.Min(most, Expected(node)) : most, longest);
    }

    /// <summary>At most so many articles are in all lists that are put together, and how long the longest is.</summary>
    private static (long Most, long Longest) Lists(JsonElement node)
    {
        if (node.GetProperty("Node Type").GetString() == "Bitmap Index Scan")
            return ((long)node.GetProperty("Actual Rows").GetDouble(), (long)node.GetProperty("Actual Rows").GetDouble());

        var lists = node.GetProperty("Plans").EnumerateArray().Select(Lists).ToList();
        var most = node.GetProperty("Node Type").GetString() == "BitmapAnd" ? lists.Min(list => list.Most) : lists.Sum(list => list.Most);
        return (most, lists.Max(list => list.Longest));
    }

    private static long Expected(JsonElement node) => (long)node.GetProperty("Plan Rows").GetDouble();
}
