using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Delivery;

/// <summary>Keeps searches.</summary>
public sealed class SavedSearchStore(Database<ArchiveDb> database, TimeProvider time)
{
    public Task<SavedSearchList> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) => new SavedSearchList([.. (await db.SavedSearches.OrderBy(row => row.Name).ToListAsync(token)).Select(SavedSearch.Of)]), cancellationToken);

    public Task<SavedSearch?> FindAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) => await db.SavedSearches.SingleOrDefaultAsync(row => row.Id == id, token) is { } row ? SavedSearch.Of(row) : null, cancellationToken);

    /// <summary>Null when the name is taken.</summary>
    public Task<SavedSearch?> AddAsync(SearchDraft draft, CancellationToken cancellationToken) => database.WriteAsync<SavedSearch?>(async (db, token) =>
    {
        if (await db.SavedSearches.AnyAsync(row => row.Name == draft.Name, token))
            return null;
        var now = time.GetUtcNow();
        var row = new SavedSearchRow { Id = Guid.CreateVersion7(now), Name = draft.Name, Query = draft.Query, CreatedAt = now.UtcDateTime, UpdatedAt = now.UtcDateTime };
        db.SavedSearches.Add(row);
        await db.SaveChangesAsync(token);
        return SavedSearch.Of(row);
    }, cancellationToken);

    /// <summary>Null when there is no such search.</summary>
    public Task<SavedSearch?> ChangeAsync(Guid id, SearchDraft draft, CancellationToken cancellationToken) => database.WriteAsync<SavedSearch?>(async (db, token) =>
    {
        if (await db.SavedSearches.SingleOrDefaultAsync(row => row.Id == id, token) is not { } row)
            return null;
        (row.Name, row.Query, row.UpdatedAt) = (draft.Name, draft.Query, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(token);
        return SavedSearch.Of(row);
    }, cancellationToken);

    /// <summary>With its webhooks and their log. False when there is no such search.</summary>
    public Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) => database.WriteAsync(
        async (db, token) => await db.SavedSearches.Where(row => row.Id == id).ExecuteDeleteAsync(token) > 0, cancellationToken);
}
