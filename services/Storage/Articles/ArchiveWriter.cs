using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Articles;

/// <summary>
/// Stores batches of articles, each in one transaction: lock, read what is known, decide in memory, write. The same message may
/// come any number of times, in any order, to any replica.
/// </summary>
public sealed class ArchiveWriter(Database<ArchiveDb> database)
{
    private readonly IArchiveTables tables = database.Kind == DatabaseKind.Postgres ? new PostgresTables() : new SqliteTables();

    /// <summary>Stores all or none. Answers in the order of the batch.</summary>
    public Task<IReadOnlyList<StoredArticle>> StoreAsync(IReadOnlyList<IncomingArticle> batch, CancellationToken cancellationToken) =>
        database.WriteAsync(async (db, token) =>
        {
            await tables.LockAsync(db, batch, token);
            var plan = StoreDecisions.Make(await ReadAsync(db, batch, token), batch);
            await tables.WriteAsync(db, plan, token);
            return Answers(plan);
        }, cancellationToken);

    private static IReadOnlyList<StoredArticle> Answers(StorePlan plan) =>
        [.. plan.Answers.Select(row => new StoredArticle(
            row.ArticleId, row.Revision, WireEnumConverter<StoreOutcome>.Parse(row.Outcome), row.DuplicateOf, row.Reason))];

    private static async Task<ArchiveState> ReadAsync(ArchiveDb db, IReadOnlyList<IncomingArticle> batch, CancellationToken cancellationToken)
    {
        var documents = batch.Select(item => item.Row.DocumentId).Distinct().ToArray();
        var ids = batch.Select(item => item.Row.Id).Distinct().ToArray();
        var copyKeys = batch.Select(item => item.Row.CopyKey).Distinct().ToArray();

        var arrivals = await db.Arrivals.AsNoTracking().Where(row => documents.Contains(row.DocumentId)).ToListAsync(cancellationToken);
        var confirmations = await db.Confirmations.AsNoTracking().Where(row => ids.Contains(row.ArticleId)).ToDictionaryAsync(row => row.ArticleId, cancellationToken);
        var known = (await Known(db.Articles.Where(row => ids.Contains(row.Id))).ToListAsync(cancellationToken))
            .ConvertAll(article => confirmations.TryGetValue(article.Id, out var confirmation) ? article.ConfirmedBy(confirmation) : article);
        var originals = await Known(db.Articles.Where(row => copyKeys.Contains(row.CopyKey) && row.DuplicateOf == null)).ToListAsync(cancellationToken);

        var hashes = batch.ToLookup(item => item.Row.Id, item => item.Row.ContentHash);
        var touched = known.Where(article => hashes[article.Id].Any(hash => hash != article.ContentHash)).Select(article => article.Id).ToArray();
        var contents = touched.Length == 0 ? [] : await db.Articles.Where(row => touched.Contains(row.Id))
            .Select(row => new StoredContent(row.Id, row.Title, row.Text, row.Authors, row.PublishedAt, row.PublishedPrecision))
            .ToListAsync(cancellationToken);

        return new ArchiveState
        {
            Arrivals = arrivals,
            Articles = known.ToDictionary(article => article.Id),
            Originals = originals.GroupBy(article => article.CopyKey).ToDictionary(group => group.Key, group => group.MinBy(article => article.Seq)!),
            Contents = contents.ToDictionary(content => content.ArticleId),
        };
    }

    private static IQueryable<KnownArticle> Known(IQueryable<ArticleRow> rows) => rows.AsNoTracking().Select(row => new KnownArticle
    {
        Seq = row.Seq,
        Id = row.Id,
        Revision = row.Revision,
        ContentHash = row.ContentHash,
        StateHash = row.StateHash,
        CopyKey = row.CopyKey,
        FetchedAt = row.FetchedAt,
        DocumentId = row.DocumentId,
        DocumentRun = row.DocumentRun,
        FirstStoredAt = row.FirstStoredAt,
        StoredAt = row.StoredAt,
        Title = row.Title,
        Url = row.Url,
        SourceTitle = row.SourceTitle,
        DuplicateOf = row.DuplicateOf,
        DuplicateReason = row.DuplicateReason,
    });
}
