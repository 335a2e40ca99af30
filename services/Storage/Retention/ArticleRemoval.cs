using Dateline.Persistence;
using Dateline.Storage.Data;
using Dateline.Storage.Duplicates;
using Dateline.Storage.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Retention;

/// <summary>
/// Takes articles out of the archive, with all that was kept of them, and leaves a tombstone for each: polling their source again
/// does not bring them back. Every removal stands in the log.
/// </summary>
public sealed class ArticleRemoval(Database<ArchiveDb> database, TimeProvider time)
{
    /// <summary>The line waits while a batch is removed.</summary>
    private const int MaxBatch = 200;

    private readonly IArchiveTables tables = IArchiveTables.For(database.Kind);

    public Task<Removal> ByIdAsync(Guid article, string by, string reason, CancellationToken cancellationToken) =>
        RunAsync("id", article.ToString(), by, reason, rows => rows.Where(row => row.Id == article), cancellationToken);

    public Task<Removal> BySourceAsync(Guid source, string by, string reason, CancellationToken cancellationToken) =>
        RunAsync("source", source.ToString(), by, reason, rows => rows.Where(row => row.SourceId == source), cancellationToken);

    /// <param name="url">As the document gave it, after redirects, or as the page names itself.</param>
    public Task<Removal> ByUrlAsync(string url, string by, string reason, CancellationToken cancellationToken) =>
        RunAsync("url", url, by, reason, rows => rows.Where(row => row.Url == url || row.CanonicalUrl == url), cancellationToken);

    /// <summary>The takedown log, newest first.</summary>
    public Task<IReadOnlyList<Removal>> LogAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Removal>>(async (db, token) =>
            (await db.Removals.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(limit).ToListAsync(token)).ConvertAll(Removal.Of), cancellationToken);

    /// <summary>Removes what a selection finds, batch by batch. A run that is broken off leaves the rest for the next.</summary>
    internal async Task<Removal> RunAsync(
        string kind, string selection, string by, string reason, Func<IQueryable<ArticleRow>, IQueryable<ArticleRow>> select, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var removal = new RemovalRow
        {
            Id = Guid.CreateVersion7(now),
            At = Articles.Moment.Of(now),
            By = by,
            Kind = kind,
            Selection = selection,
            Reason = reason,
        };
        for (var count = MaxBatch; count == MaxBatch; removal.Articles += count)
            count = await RemoveBatchAsync(removal, select, cancellationToken);
        return Removal.Of(removal);
    }

    private Task<int> RemoveBatchAsync(RemovalRow removal, Func<IQueryable<ArticleRow>, IQueryable<ArticleRow>> select, CancellationToken cancellationToken) =>
        database.WriteAsync(async (db, token) =>
        {
            await tables.LockAsync(db, token);
            var articles = await select(db.Articles).OrderBy(row => row.Seq).Take(MaxBatch)
                .Select(row => new Doomed(row.Seq, row.Id, row.StoryId, row.Text)).ToListAsync(token);
            if (articles.Count == 0)
                return 0;

            await LogAsync(db, removal, articles.Count, token);
            await new HeirChoice(db, tables).RunAsync([.. articles.Select(article => article.Id)], token);
            foreach (var article in articles)
                await RemoveAsync(db, article, removal, token);
            foreach (var story in articles.Select(article => article.StoryId).Distinct())
                await new StoryWriting(db, tables).RebuildAsync(story, token);
            return articles.Count;
        }, cancellationToken);

    private static async Task LogAsync(ArchiveDb db, RemovalRow removal, int more, CancellationToken cancellationToken)
    {
        var total = removal.Articles + more;
        if (await db.Removals.Where(row => row.Id == removal.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Articles, total), cancellationToken) > 0)
            return;
        db.Removals.Add(removal.With(total));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task RemoveAsync(ArchiveDb db, Doomed article, RemovalRow removal, CancellationToken cancellationToken)
    {
        var sketch = TextShingles.Of(article.Text).Sketch;
        await db.Shingles.Where(row => sketch.Contains(row.Hash) && row.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Revisions.Where(row => row.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Confirmations.Where(row => row.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        var documents = await db.Arrivals.Where(row => row.ArticleId == article.Id).Select(row => row.DocumentId).Distinct().ToListAsync(cancellationToken);
        await RemovalNotices.WriteAsync(db, documents.ConvertAll(document => new RemovalNoticeRow
        {
            DocumentId = document,
            ArticleId = article.Id,
            Reason = removal.Reason,
            RemovedAt = removal.At,
        }), cancellationToken);
        await db.Arrivals.Where(row => row.ArticleId == article.Id).ExecuteDeleteAsync(cancellationToken);
        var tombstone = new SqlBatch(db);
        tombstone.Add(
            $"INSERT INTO tombstones (article_id, change, removal_id, removed_at, reason) VALUES (@id, {tables.NextChange}, @removal, @at, @reason)",
            ("@id", article.Id), ("@removal", removal.Id), ("@at", removal.At), ("@reason", removal.Reason));
        await tombstone.ExecuteAsync(cancellationToken);
        await tables.ForgetWordsAsync(db, article.Seq, cancellationToken);
        await db.Articles.Where(row => row.Seq == article.Seq).ExecuteDeleteAsync(cancellationToken);
    }

    private sealed record Doomed(long Seq, Guid Id, Guid StoryId, string Text);
}
