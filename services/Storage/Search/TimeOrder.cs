using System.Globalization;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Search;

/// <summary>The order of an answer in time, newest or oldest first, as SQL.</summary>
internal sealed class TimeOrder(ArticleSort sort)
{
    private readonly bool oldest = sort == ArticleSort.Oldest;

    public string By(string alias) => oldest ? $"{alias}.sort_at ASC, {alias}.seq ASC" : $"{alias}.sort_at DESC, {alias}.seq DESC";

    /// <summary>What comes after a place; all where there is none.</summary>
    public string After(string alias, ArticlePlace? place, SqlParameters values) => Compare(alias, oldest ? ">" : "<", place, values);

    /// <summary>What comes before a place, with it; all where there is none.</summary>
    public string UpTo(string alias, ArticlePlace? place, SqlParameters values) => Compare(alias, oldest ? "<=" : ">=", place, values);

    /// <summary>Where so many articles have been passed since another place; null for the end of the archive.</summary>
    public async Task<ArticlePlace?> PassedAsync(ArchiveDb db, ArticlePlace? since, long articles, CancellationToken cancellationToken)
    {
        var values = new SqlParameters();
        var sql = $"""
            SELECT m.sort_at, m.seq, 0 AS matches FROM articles AS m WHERE {After("m", since, values)}
            ORDER BY {By("m")} OFFSET {articles.ToString(CultureInfo.InvariantCulture)} LIMIT 1
            """;
        return (await db.Database.SqlQueryRaw<ArticlePlace>(sql, values.Values).ToListAsync(cancellationToken)).SingleOrDefault(); // values are parameters
    }

    private static string Compare(string alias, string how, ArticlePlace? place, SqlParameters values) =>
        place is null ? "1 = 1" : $"({alias}.sort_at, {alias}.seq) {how} ({values.Add(place.SortAt)}, {values.Add(place.Seq)})";
}
