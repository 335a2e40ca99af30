using Dateline.Persistence;
using Dateline.Query.Syntax;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Search;

/// <summary>
/// Counts what the results of a page stand for: the other articles of their groups that match as well, so that a whole answer adds up
/// to what the same search finds without collapsing.
/// </summary>
internal sealed class CollapsedArticles(DatabaseKind kind)
{
    /// <summary>
    /// A limit that is never reached keeps both databases from merging the two conditions: the groups of a page are few articles, the
    /// matches of a common word are not.
    /// </summary>
    private const int NoLimit = int.MaxValue;

    private readonly ITextDialect text = TextDialect.Of(kind);

    /// <summary>Null for a search that collapses nothing.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>?> CountAsync(ArchiveDb db, ArticleCriteria criteria, IReadOnlyList<ArticleRow> shown, CancellationToken cancellationToken)
    {
        if (criteria.Collapse == CopyHandling.None)
            return null;
        if (shown.Count == 0)
            return new Dictionary<Guid, int>();
        if (kind == DatabaseKind.Postgres)
            await PostgresPlanning.GatherAsync(db, cancellationToken);

        var byStory = criteria.Collapse == CopyHandling.Story;
        var parameters = new SqlParameters();
        var sql = Counting(criteria.Query, byStory, shown.Select(row => GroupOf(row, byStory)).Distinct(), parameters);
        var groups = await db.Database.SqlQueryRaw<GroupSize>(sql, parameters.Values).ToDictionaryAsync(group => group.Id, group => group.Articles, cancellationToken); // values are parameters
        return shown.ToDictionary(row => row.Id, row => Math.Max(0, groups.GetValueOrDefault(GroupOf(row, byStory)) - 1));
    }

    private string Counting(QueryNode query, bool byStory, IEnumerable<Guid> groups, SqlParameters parameters)
    {
        var wanted = string.Join(", ", groups.Select(group => parameters.Add(group)));
        var (group, members) = byStory
            ? ("o.story_id", $"m.story_id IN ({wanted})")
            : ("COALESCE(o.duplicate_of, o.id)", $"m.id IN ({wanted}) OR m.duplicate_of IN ({wanted})");
        return $"""
            SELECT {group} AS id, CAST(count(*) AS integer) AS articles
            FROM (SELECT * FROM articles AS m WHERE {members} LIMIT {NoLimit}) AS o
            WHERE {new QuerySql(text, query, parameters).Condition("o")} GROUP BY {group}
            """;
    }

    private static Guid GroupOf(ArticleRow row, bool byStory) => byStory ? row.StoryId : row.DuplicateOf ?? row.Id;
}
