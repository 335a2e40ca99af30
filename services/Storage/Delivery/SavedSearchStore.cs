using System.Buffers.Text;
using System.Security.Cryptography;
using Dateline.Persistence;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Delivery;

/// <summary>Keeps searches.</summary>
public sealed class SavedSearchStore(Database<ArchiveDb> database, TimeProvider time)
{
    public Task<SavedSearchList> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) => new SavedSearchList([.. (await db.SavedSearches.OrderBy(row => row.Name).ToListAsync(token)).Select(SavedSearch.Of)]), cancellationToken);

    public Task<SavedSearch?> FindAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) => await db.SavedSearches.SingleOrDefaultAsync(row => row.Id == id, token) is { } row ? SavedSearch.Of(row) : null, cancellationToken);

    /// <summary>The search whose feeds have this address.</summary>
    public Task<SavedSearch?> FindByTokenAsync(string feedToken, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) => await db.SavedSearches.SingleOrDefaultAsync(row => row.FeedToken == feedToken, token) is { } row ? SavedSearch.Of(row) : null, cancellationToken);

    /// <summary>Null when the name is taken.</summary>
    public Task<SavedSearch?> AddAsync(SearchDraft draft, CancellationToken cancellationToken) => database.WriteAsync<SavedSearch?>(async (db, token) =>
    {
        if (await db.SavedSearches.AnyAsync(row => row.Name == draft.Name, token))
            return null;
        var now = time.GetUtcNow();
        var row = new SavedSearchRow { Id = Guid.CreateVersion7(now), Name = draft.Name, Query = draft.Query, FeedToken = NewToken(), CreatedAt = now.UtcDateTime, UpdatedAt = now.UtcDateTime };
        db.SavedSearches.Add(row);
        await db.SaveChangesAsync(token);
        return SavedSearch.Of(row);
    }, cancellationToken);

    /// <summary>Null when there is no such search.</summary>
    public Task<SavedSearch?> ChangeAsync(Guid id, SearchDraft draft, CancellationToken cancellationToken) => database.WriteAsync<SavedSearch?>(async (db, token) =>
    {
        if (await db.SavedSearches.SingleOrDefaultAsync(row => row.Id == id, token) is not { } row)
            return null;
        if (await db.SavedSearches.AnyAsync(other => other.Name == draft.Name && other.Id != id, token))
            throw SearchMistakeException.In("name", "There is another search of this name.", "Choose another name.");
        (row.Name, row.Query, row.UpdatedAt) = (draft.Name, draft.Query, time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(token);
        return SavedSearch.Of(row);
    }, cancellationToken);

    /// <summary>Gives its feeds a new address; the one before leads nowhere from now on. Null when there is no such search.</summary>
    public Task<SavedSearch?> RenewFeedsAsync(Guid id, CancellationToken cancellationToken) => SetTokenAsync(id, NewToken(), cancellationToken);

    /// <summary>Takes the address of its feeds away. Null when there is no such search.</summary>
    public Task<SavedSearch?> RevokeFeedsAsync(Guid id, CancellationToken cancellationToken) => SetTokenAsync(id, null, cancellationToken);

    private Task<SavedSearch?> SetTokenAsync(Guid id, string? feedToken, CancellationToken cancellationToken) => database.WriteAsync<SavedSearch?>(async (db, token) =>
    {
        if (await db.SavedSearches.SingleOrDefaultAsync(row => row.Id == id, token) is not { } row)
            return null;
        row.FeedToken = feedToken;
        await db.SaveChangesAsync(token);
        return SavedSearch.Of(row);
    }, cancellationToken);

    /// <summary>192 bits: guessing one takes longer than there is time.</summary>
    private static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    /// <summary>With its webhooks and their log. False when there is no such search.</summary>
    public Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) => database.WriteAsync(
        async (db, token) => await db.SavedSearches.Where(row => row.Id == id).ExecuteDeleteAsync(token) > 0, cancellationToken);
}
