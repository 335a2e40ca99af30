using System.Text.Json;
using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Delivery;

/// <summary>
/// Writes down what webhooks must be told, from the log of changes: together with how far the log was read, so that a crash neither
/// forgets nor doubles a delivery. Any replica may do it; the first to move a webhook's position wins.
/// </summary>
public sealed class WebhookOutbox(Database<ArchiveDb> database, ChangeReader changes, TimeProvider time)
{
    private const int ReadAtOnce = 200;

    /// <summary>Reads on for every webhook. True when there may be more.</summary>
    public async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        var last = await changes.LastAsync(cancellationToken);
        var behind = await database.ReadAsync((db, token) => (
            from webhook in db.Webhooks
            join search in db.SavedSearches on webhook.SearchId equals search.Id
            where webhook.Enabled && webhook.Position < last
            select new { webhook, search }).ToListAsync(token), cancellationToken);

        var more = false;
        foreach (var pair in behind)
        {
            var page = await changes.ReadAsync(pair.webhook.Position, ReadAtOnce, CriteriaReader.Query(pair.search.Query, "query"), cancellationToken);
            await WriteAsync(pair.webhook, pair.search, page, cancellationToken);
            more |= !page.UpToDate;
        }

        return more;
    }

    private Task WriteAsync(WebhookRow webhook, SavedSearchRow search, ChangePage page, CancellationToken cancellationToken) => database.WriteAsync(async (db, token) =>
    {
        var moved = await db.Webhooks.Where(row => row.Id == webhook.Id && row.Position == webhook.Position)
            .ExecuteUpdateAsync(row => row.SetProperty(hook => hook.Position, page.Next), token);
        if (moved == 0)
            return;

        var articles = page.Items.Select(change => change.ArticleId).ToArray();
        var told = (await db.Deliveries.Where(row => row.WebhookId == webhook.Id && articles.Contains(row.ArticleId)).Select(row => row.ArticleId).ToListAsync(token)).ToHashSet();
        var now = time.GetUtcNow();
        foreach (var change in page.Items.Where(change => change.Article is not null))
        {
            db.Deliveries.Add(new DeliveryRow
            {
                Id = Guid.CreateVersion7(now),
                WebhookId = webhook.Id,
                Change = change.Position,
                ArticleId = change.ArticleId,
                Payload = Payload(search, change, told.Add(change.ArticleId) ? "article.matched" : "article.updated"),
                Attempts = 0,
                NextAttemptAt = now.UtcDateTime,
                CreatedAt = now.UtcDateTime,
            });
        }

        await db.SaveChangesAsync(token);
    }, cancellationToken);

    private static string Payload(SavedSearchRow search, ChangedArticle change, string type) => JsonSerializer.Serialize(new
    {
        type,
        timestamp = change.At,
        data = new { search = new { search.Id, search.Name, search.Query }, position = change.Position, article = change.Article },
    }, ArchiveJson.Options);
}
