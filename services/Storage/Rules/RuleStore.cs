using Dateline.Persistence;
using Dateline.Query.Matching;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Dateline.Storage.Delivery;
using Dateline.Storage.Search;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Rules;

/// <summary>Keeps rules, and applies them to what is stored already.</summary>
public sealed class RuleStore(Database<ArchiveDb> database, ArticleExport articles, TimeProvider time)
{
    private readonly IArchiveTables tables = database.Kind == DatabaseKind.Postgres ? new PostgresTables() : new SqliteTables();

    public Task<RuleList> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) => new RuleList([.. (await db.Rules.OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(token)).Select(Rule.Of)]), cancellationToken);

    public Task<Rule?> FindAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) => await db.Rules.SingleOrDefaultAsync(row => row.Id == id, token) is { } row ? Rule.Of(row) : null, cancellationToken);

    /// <summary>Null when the name is taken.</summary>
    public Task<Rule?> AddAsync(RuleDraft draft, CancellationToken cancellationToken) => database.WriteAsync<Rule?>(async (db, token) =>
    {
        if (await db.Rules.AnyAsync(row => row.Name == draft.Name, token))
            return null;
        var now = time.GetUtcNow();
        var row = new RuleRow
        {
            Id = Guid.CreateVersion7(now),
            Name = draft.Name,
            Query = draft.Query,
            Action = draft.Action,
            Tag = draft.Tag,
            Position = draft.Position,
            Enabled = draft.Enabled,
            CreatedAt = now.UtcDateTime,
            UpdatedAt = now.UtcDateTime,
        };
        db.Rules.Add(row);
        await db.SaveChangesAsync(token);
        return Rule.Of(row);
    }, cancellationToken);

    /// <summary>Null when there is no such rule.</summary>
    public Task<Rule?> ChangeAsync(Guid id, RuleDraft draft, CancellationToken cancellationToken) => database.WriteAsync<Rule?>(async (db, token) =>
    {
        if (await db.Rules.SingleOrDefaultAsync(row => row.Id == id, token) is not { } row)
            return null;
        (row.Name, row.Query, row.Action, row.Tag) = (draft.Name, draft.Query, draft.Action, draft.Tag);
        (row.Position, row.Enabled, row.UpdatedAt) = (draft.Position, draft.Enabled, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(token);
        return Rule.Of(row);
    }, cancellationToken);

    public Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) => database.WriteAsync(
        async (db, token) => await db.Rules.Where(row => row.Id == id).ExecuteDeleteAsync(token) > 0, cancellationToken);

    /// <summary>Tags what is stored; in small transactions, so that it can be broken off and begun again.</summary>
    public async Task<int> TagStoredAsync(Rule rule, CancellationToken cancellationToken)
    {
        var changed = 0;
        var end = await articles.EndAsync(cancellationToken);
        await foreach (var found in articles.ReadAsync(CriteriaReader.Query(rule.Query, "query"), 0, end, cancellationToken))
        {
            var untagged = found.Where(row => !row.Tags.Contains(rule.Tag!)).Select(row => row.Id).ToArray();
            changed += await TagAsync(untagged, rule.Tag!, cancellationToken);
        }

        return changed;
    }

    private Task<int> TagAsync(Guid[] ids, string tag, CancellationToken cancellationToken) => ids.Length == 0 ? Task.FromResult(0) : database.WriteAsync(async (db, token) =>
    {
        // Read again inside the transaction: an article may have been revised since it was found.
        var rows = await db.Articles.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(token);
        var plan = new StorePlan();
        foreach (var row in rows)
        {
            row.Tags = [.. row.Tags, tag];
            row.Terms = IndexText.Of(Searchable.Of(row));
            plan.Updates.Add(row);
        }

        await tables.WriteAsync(db, plan, token);
        return rows.Count;
    }, cancellationToken);
}
