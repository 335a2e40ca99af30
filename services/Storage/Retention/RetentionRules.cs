using System.Globalization;
using System.Text.Json;
using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Retention;

/// <summary>Keeps the retention rules and applies them.</summary>
public sealed class RetentionRules(Database<ArchiveDb> database, ArticleRemoval removal, TimeProvider time)
{
    public Task<IReadOnlyList<RetentionRule>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<RetentionRule>>(async (db, token) =>
            (await db.Retention.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(token)).ConvertAll(RetentionRule.Of), cancellationToken);

    public Task<RetentionRule> AddAsync(RetentionRequest request, CancellationToken cancellationToken) =>
        database.WriteAsync(async (db, token) =>
        {
            var now = time.GetUtcNow();
            var row = new RetentionRow
            {
                Id = Guid.CreateVersion7(now),
                SourceId = request.SourceId,
                Tag = request.Tag is { } tag ? CleanText.Of(tag) : null,
                Days = request.Days,
                CreatedAt = Moment.Of(now),
            };
            db.Retention.Add(row);
            await db.SaveChangesAsync(token);
            return RetentionRule.Of(row);
        }, cancellationToken);

    /// <summary>False when there is no such rule.</summary>
    public Task<bool> DropAsync(Guid id, CancellationToken cancellationToken) =>
        database.WriteAsync(async (db, token) => await db.Retention.Where(row => row.Id == id).ExecuteDeleteAsync(token) > 0, cancellationToken);

    /// <summary>Removes what has been kept long enough. Answers with the number of articles.</summary>
    public async Task<int> ApplyAsync(CancellationToken cancellationToken)
    {
        var rules = await ListAsync(cancellationToken);
        var removed = 0;
        foreach (var rule in rules)
        {
            var (sql, parameters) = Expired(rule, rules, Moment.Of(time.GetUtcNow()));
            var reason = string.Create(CultureInfo.InvariantCulture, $"Kept for {rule.Days} days, as the rule for {Name(rule)} says.");
            removed += (await removal.RunAsync(
                "retention", Name(rule), $"rule {rule.Id}", reason, rows => ((DbSet<ArticleRow>)rows).FromSqlRaw(sql, parameters), cancellationToken)).Articles;
        }

        return removed;
    }

    private static string Name(RetentionRule rule) => rule.SourceId is { } source ? $"source {source}" : $"tag {rule.Tag}";

    private static (string Sql, object[] Parameters) Expired(RetentionRule rule, IReadOnlyList<RetentionRule> rules, DateTime now)
    {
        var parameters = new List<object>();
        var sql = $"SELECT * FROM articles WHERE {Matches(rule)} AND first_stored_at < {Parameter(now.AddDays(-rule.Days))}";
        foreach (var longer in rules.Where(other => other.Days > rule.Days))
            sql += $" AND NOT ({Matches(longer)} AND first_stored_at >= {Parameter(now.AddDays(-longer.Days))})";
        return (sql, [.. parameters]);

        string Matches(RetentionRule some) => some.SourceId is { } source
            ? $"(source_id IS NOT NULL AND source_id = {Parameter(source)})"
            : $"lower(tags) LIKE {Parameter(Pattern(some.Tag!))} ESCAPE '!'";

        string Parameter(object value)
        {
            parameters.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"{{{parameters.Count - 1}}}");
        }
    }

    /// <summary>Tags are kept as a JSON list: quoted, a tag is found whole.</summary>
    private static string Pattern(string tag)
    {
        var quoted = JsonSerializer.Serialize(tag, ArchiveJson.Options).ToLowerInvariant();
        return $"%{quoted.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
    }
}
