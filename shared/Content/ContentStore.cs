using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Content;

/// <summary>Redeems claim checks: raw bytes by key.</summary>
public sealed class ContentStore(Database<ContentDb> database)
{
    /// <exception cref="ContentMissingException">Nothing is stored under the key.</exception>
    public async Task<byte[]> ReadAsync(string key, CancellationToken cancellationToken) =>
        await TryReadAsync(key, cancellationToken) ?? throw new ContentMissingException(key);

    public Task<byte[]?> TryReadAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) =>
        {
            var content = await db.Contents.SingleOrDefaultAsync(row => row.Key == key, token);
            return content is null ? null : ContentPacking.Unpack(content);
        }, cancellationToken);
}
