using Dateline.Contracts;
using Dateline.Messaging;
using Dateline.Persistence;
using Dateline.Storage.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Retention;

/// <summary>
/// Tells what was removed, from notices that were written down in the removal's own transaction: a crash forgets none. Several replicas
/// may tell of the same one, which does no harm.
/// </summary>
public sealed class RemovalNotices(Database<ArchiveDb> database)
{
    private const int AtOnce = 500;

    /// <summary>Writes down what is to be told, in the caller's transaction.</summary>
    internal static async Task WriteAsync(ArchiveDb db, IReadOnlyList<RemovalNoticeRow> notices, CancellationToken cancellationToken)
    {
        var batch = new SqlBatch(db);
        foreach (var notice in notices)
            batch.Add(
                "INSERT INTO removal_notices (document_id, article_id, reason, removed_at) VALUES (@document, @article, @reason, @at) ON CONFLICT DO NOTHING",
                ("@document", notice.DocumentId), ("@article", notice.ArticleId), ("@reason", notice.Reason), ("@at", notice.RemovedAt));
        await batch.ExecuteAsync(cancellationToken);
    }

    /// <summary>Answers with the number of documents that were told of.</summary>
    public async Task<int> SendAsync(IPublishEndpoint line, CancellationToken cancellationToken)
    {
        var notices = await database.ReadAsync(
            (db, token) => db.RemovalNotices.OrderBy(row => row.RemovedAt).ThenBy(row => row.ArticleId).Take(AtOnce).ToListAsync(token), cancellationToken);
        foreach (var article in notices.GroupBy(notice => notice.ArticleId))
        {
            var documents = article.Select(notice => notice.DocumentId).ToArray();
            await line.PublishWithDeadlineAsync(new ArticleRemoved
            {
                ArticleId = article.Key,
                DocumentIds = documents,
                Reason = article.First().Reason,
                RemovedAt = article.First().RemovedAt,
            }, cancellationToken);
            await database.WriteAsync(
                (db, token) => db.RemovalNotices.Where(row => documents.Contains(row.DocumentId)).ExecuteDeleteAsync(token), cancellationToken);
        }

        return notices.Count;
    }
}
