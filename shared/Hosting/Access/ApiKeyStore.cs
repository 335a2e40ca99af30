using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Hosting.Access;

/// <summary>Creates API keys and finds them by their secret.</summary>
public sealed class ApiKeyStore(Database<AccessDb> database, TimeProvider time)
{
    /// <summary>Stores a new key and answers its secret, which cannot be shown again.</summary>
    public async Task<string> CreateAsync(string name, string scope, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        if (!Scopes.All.Contains(scope))
            throw new ArgumentException($"There is no scope '{scope}'. Use one of: {string.Join(", ", Scopes.All)}.", nameof(scope));

        var secret = ApiKeySecret.Create();
        var now = time.GetUtcNow();
        await database.WriteAsync(async (db, token) =>
        {
            db.Keys.Add(new ApiKey
            {
                Id = Guid.CreateVersion7(now),
                Name = name,
                Hash = ApiKeySecret.Hash(secret),
                Scope = scope,
                CreatedAt = now.UtcDateTime,
                ExpiresAt = expiresAt?.UtcDateTime,
            });
            await db.SaveChangesAsync(token);
        }, cancellationToken);
        return secret;
    }

    /// <summary>The key with this secret, unless it has expired.</summary>
    public async Task<ApiKey?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = ApiKeySecret.Hash(secret);
        var now = time.GetUtcNow().UtcDateTime;
        return await database.ReadAsync((db, token) => db.Keys.SingleOrDefaultAsync(
            key => key.Hash == hash && (key.ExpiresAt == null || key.ExpiresAt > now), token), cancellationToken);
    }
}
