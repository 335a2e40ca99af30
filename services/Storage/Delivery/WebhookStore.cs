using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Delivery;

/// <summary>Keeps webhooks and their log.</summary>
public sealed class WebhookStore(Database<ArchiveDb> database, TimeProvider time)
{
    private const int MostShown = 200;

    /// <summary>Null when there is no such search. It is told of what changes from now on.</summary>
    public Task<Webhook?> AddAsync(Guid searchId, string url, CancellationToken cancellationToken) => database.WriteAsync<Webhook?>(async (db, token) =>
    {
        if (!await db.SavedSearches.AnyAsync(row => row.Id == searchId, token))
            return null;
        var now = time.GetUtcNow();
        var row = new WebhookRow
        {
            Id = Guid.CreateVersion7(now),
            SearchId = searchId,
            Url = url,
            Secret = WebhookSignature.CreateSecret(),
            Position = await db.Changes.MaxAsync(change => (long?)change.Id, token) ?? 0,
            Enabled = true,
            CreatedAt = now.UtcDateTime,
        };
        db.Webhooks.Add(row);
        await db.SaveChangesAsync(token);
        return Webhook.Of(row) with { Secret = WebhookSignature.SecretPrefix + row.Secret };
    }, cancellationToken);

    public Task<WebhookList> ListAsync(Guid searchId, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) => new WebhookList([.. (await db.Webhooks.Where(row => row.SearchId == searchId).OrderBy(row => row.CreatedAt).ToListAsync(token)).Select(Webhook.Of)]),
        cancellationToken);

    public Task<bool> HasAsync(Guid searchId, Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        (db, token) => db.Webhooks.AnyAsync(row => row.Id == id && row.SearchId == searchId, token), cancellationToken);

    public Task<bool> RemoveAsync(Guid searchId, Guid id, CancellationToken cancellationToken) => database.WriteAsync(
        async (db, token) => await db.Webhooks.Where(row => row.Id == id && row.SearchId == searchId).ExecuteDeleteAsync(token) > 0, cancellationToken);

    public Task<WebhookLog> LogAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) => new WebhookLog([.. (await db.Deliveries.Where(row => row.WebhookId == id)
            .OrderByDescending(row => row.Change).Take(MostShown).ToListAsync(token)).Select(WebhookDelivery.Of)]),
        cancellationToken);

    /// <summary>Sends again what was given up, or one delivery whatever became of it, and switches the webhook on again.</summary>
    public Task<int> ReplayAsync(Guid id, Guid? delivery, CancellationToken cancellationToken) => database.WriteAsync(async (db, token) =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        var again = db.Deliveries.Where(row => row.WebhookId == id);
        again = delivery is { } one ? again.Where(row => row.Id == one) : again.Where(row => row.NextAttemptAt == null && row.DeliveredAt == null);
        var count = await again.ExecuteUpdateAsync(row => row
            .SetProperty(due => due.NextAttemptAt, now).SetProperty(due => due.Attempts, 0).SetProperty(due => due.DeliveredAt, (DateTime?)null), token);
        await db.Webhooks.Where(row => row.Id == id).ExecuteUpdateAsync(
            row => row.SetProperty(hook => hook.Enabled, true).SetProperty(hook => hook.DisabledReason, (string?)null), token);
        return count;
    }, cancellationToken);
}
