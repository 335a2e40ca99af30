using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Search;

/// <summary>Counts the articles that each one on a page stands for.</summary>
internal static class CollapsedArticles
{
    /// <param name="db">On PostgreSQL in a transaction: the planner's settings end with it.</param>
    /// <param name="kind">Which database it is.</param>
    /// <param name="collapse">What the page shows one of.</param>
    /// <param name="rows">Those of the page.</param>
    /// <param name="matches">Writes the condition that an article matches, for an alias.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>By article; none where nothing was collapsed.</returns>
    public static async Task<IReadOnlyDictionary<Guid, int>?> CountAsync(
        ArchiveDb db, DatabaseKind kind, CopyHandling collapse, IReadOnlyList<ArticleRow> rows, Func<string, SqlParameters, string> matches, CancellationToken cancellationToken)
    {
        if (collapse == CopyHandling.None)
            return null;
        if (rows.Count == 0)
            return new Dictionary<Guid, int>();
        if (kind == DatabaseKind.Postgres)
            await PostgresPlanning.WalkAsync(db, cancellationToken);

        var parameters = new SqlParameters();
        var groups = string.Join(", ", rows.Select(row => GroupOf(row, collapse)).Distinct().Select(group => parameters.Add(group)));
        var condition = matches("a", parameters);
        var members = collapse == CopyHandling.Story
            ? $"SELECT a.story_id AS id FROM articles AS a WHERE a.story_id IN ({groups}) AND {condition}"
            : $"""
                SELECT a.duplicate_of AS id FROM articles AS a WHERE a.duplicate_of IN ({groups}) AND {condition}
                UNION ALL
                SELECT a.id AS id FROM articles AS a WHERE a.id IN ({groups}) AND {condition}
                """;
        var sql = $"SELECT id, count(*) AS articles FROM ({members}) AS member GROUP BY id"; // values are parameters
        var counted = await db.Database.SqlQueryRaw<ArticleGroup>(sql, parameters.Values).ToDictionaryAsync(group => group.Id, group => group.Articles, cancellationToken);
        return rows.ToDictionary(row => row.Id, row => (int)Math.Max(0, counted.GetValueOrDefault(GroupOf(row, collapse)) - 1));
    }

    private static Guid GroupOf(ArticleRow row, CopyHandling collapse) => collapse == CopyHandling.Story ? row.StoryId : row.DuplicateOf ?? row.Id;
}
