using Dateline.Persistence;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Rules;

/// <summary>Keeps rules.</summary>
public sealed class RuleStore(Database<ArchiveDb> database, TimeProvider time)
{
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
        if (await db.Rules.AnyAsync(other => other.Name == draft.Name && other.Id != id, token))
            throw SearchMistakeException.In("name", "There is another rule of this name.", "Choose another name.");
        (row.Name, row.Query, row.Action, row.Tag) = (draft.Name, draft.Query, draft.Action, draft.Tag);
        (row.Position, row.Enabled, row.UpdatedAt) = (draft.Position, draft.Enabled, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(token);
        return Rule.Of(row);
    }, cancellationToken);

    public Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) => database.WriteAsync(
        async (db, token) => await db.Rules.Where(row => row.Id == id).ExecuteDeleteAsync(token) > 0, cancellationToken);
}
