using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Delivery;

/// <summary>Sends what is due, and writes down what came of it.</summary>
public sealed class WebhookSender(Database<ArchiveDb> database, WebhookClient client, TimeProvider time)
{
    private const int AtOnce = 16;

    /// <summary>Longer than any attempt takes: when a process dies in one, another tries after this.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>True when there may be more.</summary>
    public async Task<bool> SendAsync(CancellationToken cancellationToken)
    {
        var claimed = await ClaimAsync(cancellationToken);
        await Task.WhenAll(claimed.Select(delivery => SendAsync(delivery, cancellationToken)));
        return claimed.Count == AtOnce;
    }

    private Task<List<DeliveryRow>> ClaimAsync(CancellationToken cancellationToken) => database.WriteAsync(async (db, token) =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        var due = await (
            from delivery in db.Deliveries.AsNoTracking()
            join webhook in db.Webhooks on delivery.WebhookId equals webhook.Id
            where webhook.Enabled && delivery.NextAttemptAt <= now
            orderby delivery.NextAttemptAt
            select delivery).Take(AtOnce).ToListAsync(token);
        var claimed = new List<DeliveryRow>();
        foreach (var delivery in due)
        {
            var won = await db.Deliveries.Where(row => row.Id == delivery.Id && row.NextAttemptAt == delivery.NextAttemptAt)
                .ExecuteUpdateAsync(row => row.SetProperty(taken => taken.NextAttemptAt, now + Lease), token);
            if (won == 1)
                claimed.Add(delivery);
        }

        return claimed;
    }, cancellationToken);

    private async Task SendAsync(DeliveryRow delivery, CancellationToken cancellationToken)
    {
        var webhook = await database.ReadAsync((db, token) => db.Webhooks.SingleOrDefaultAsync(row => row.Id == delivery.WebhookId, token), cancellationToken);
        if (webhook is null)
            return; // removed meanwhile, with its log

        var answer = await client.SendAsync(webhook.Url, webhook.Secret, delivery.Id, delivery.Payload, cancellationToken);
        await database.WriteAsync((db, token) => RecordAsync(db, delivery, answer, token), cancellationToken);
    }

    private async Task RecordAsync(ArchiveDb db, DeliveryRow delivery, WebhookAnswer answer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var attempts = delivery.Attempts + 1;
        var wait = answer.IsTaken || answer.IsGone ? null : RetrySchedule.After(attempts);
        await db.Deliveries.Where(row => row.Id == delivery.Id).ExecuteUpdateAsync(row => row
            .SetProperty(sent => sent.Attempts, attempts)
            .SetProperty(sent => sent.LastAttemptAt, now)
            .SetProperty(sent => sent.LastStatus, answer.Status)
            .SetProperty(sent => sent.LastError, answer.Error)
            .SetProperty(sent => sent.DeliveredAt, answer.IsTaken ? now : null)
            .SetProperty(sent => sent.NextAttemptAt, wait is { } pause ? now + pause : null), cancellationToken);
        if (answer.IsGone)
            await db.Webhooks.Where(row => row.Id == delivery.WebhookId).ExecuteUpdateAsync(row => row
                .SetProperty(hook => hook.Enabled, false)
                .SetProperty(hook => hook.DisabledReason, "The receiver answered 410: it wants no more."), cancellationToken);
    }
}
