using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Search;

/// <summary>Says how many articles match, exactly as long as that is quick.</summary>
internal sealed class MatchCounter(DatabaseKind kind)
{
    /// <summary>Beyond this a total is estimated: counting a common word takes as long as reading every match.</summary>
    public const int CountedExactly = 10_000;

    /// <param name="db">On PostgreSQL in a transaction: the planner's settings end with it.</param>
    /// <param name="matches">Writes the statement that gives one row for each match.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="asked">
    /// False where nothing is asked that an index could gather: with plain index scans off, one of each of 10 000 articles' stories
    /// took 282 ms to count instead of 56.
    /// </param>
    public async Task<ArticleTotal> CountAsync(ArchiveDb db, Func<SqlParameters, string> matches, CancellationToken cancellationToken, bool asked = true)
    {
        var parameters = new SqlParameters();
        var sql = matches(parameters);
        if (kind == DatabaseKind.Postgres)
        {
            var estimate = await PostgresPlanning.EstimateAsync(db, sql, parameters, cancellationToken);
            if (estimate > 2 * CountedExactly)
                return new ArticleTotal(estimate, "estimated");
            await (asked ? PostgresPlanning.GatherAsync(db, cancellationToken) : PostgresPlanning.WalkAsync(db, cancellationToken));
        }

        var count = $"SELECT count(*) AS \"Value\" FROM ({sql} LIMIT {CountedExactly + 1}) AS bounded"; // values are parameters
        var counted = await db.Database.SqlQueryRaw<long>(count, parameters.Values).SingleAsync(cancellationToken);
        return counted <= CountedExactly ? new ArticleTotal(counted, "exact") : new ArticleTotal(CountedExactly, "at-least");
    }
}
