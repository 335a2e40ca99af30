using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Revisions;

/// <summary>Reads an article's history.</summary>
public sealed class RevisionReader(Database<ArchiveDb> database)
{
    private const int MostRevisions = 200;

    /// <summary>Null when there is no such article.</summary>
    /// <param name="articleId">Of the article.</param>
    /// <param name="words">Whether to compare word by word, too.</param>
    public Task<RevisionList?> FindAsync(Guid articleId, CancellationToken cancellationToken, bool words = false) =>
        database.ReadSnapshotAsync<RevisionList?>(async (db, token) =>
        {
            var current = await db.Articles.SingleOrDefaultAsync(row => row.Id == articleId, token);
            if (current is null)
                return null;

            var replaced = await db.Revisions.Where(row => row.ArticleId == articleId)
                .OrderByDescending(row => row.Number).Take(MostRevisions).ToListAsync(token);
            return new RevisionList(articleId,
            [
                Current(current, replaced.FirstOrDefault(), words),
                .. replaced.Select((row, i) => Replaced(row, replaced.ElementAtOrDefault(i + 1), words)),
            ]);
        }, cancellationToken);

    /// <summary>What the archive said at a moment: null when there is no such article, an empty list when it was not stored yet.</summary>
    public Task<RevisionList?> AsOfAsync(Guid articleId, DateTime at, CancellationToken cancellationToken, bool words = false) =>
        database.ReadSnapshotAsync<RevisionList?>(async (db, token) =>
        {
            var current = await db.Articles.SingleOrDefaultAsync(row => row.Id == articleId, token);
            if (current is null)
                return null;
            if (at < current.FirstStoredAt)
                return new RevisionList(articleId, []);

            var then = await db.Revisions.Where(row => row.ArticleId == articleId && row.ReplacedAt > at).OrderBy(row => row.Number).FirstOrDefaultAsync(token);
            var number = then?.Number ?? current.Revision;
            var before = await db.Revisions.SingleOrDefaultAsync(row => row.ArticleId == articleId && row.Number == number - 1, token);
            return new RevisionList(articleId, [then is null ? Current(current, before, words) : Replaced(then, before, words)]);
        }, cancellationToken);

    private static ArticleRevision Current(ArticleRow row, RevisionRow? before, bool words) => new()
    {
        Number = row.Revision,
        Current = true,
        Title = row.Title,
        Text = row.Text,
        Authors = row.Authors,
        PublishedAt = row.PublishedAt,
        PublishedPrecision = row.PublishedPrecision,
        DocumentId = row.DocumentId,
        FetchedAt = row.FetchedAt,
        StoredAt = before?.ReplacedAt ?? row.FirstStoredAt,
        Change = Change(before, row.Title, row.Text, words),
    };

    private static ArticleRevision Replaced(RevisionRow row, RevisionRow? before, bool words) => new()
    {
        Number = row.Number,
        Current = false,
        Title = row.Title,
        Text = row.Text,
        Authors = row.Authors,
        PublishedAt = row.PublishedAt,
        PublishedPrecision = row.PublishedPrecision,
        DocumentId = row.DocumentId,
        FetchedAt = row.FetchedAt,
        StoredAt = before?.ReplacedAt ?? row.StoredAt,
        Change = Change(before, row.Title, row.Text, words),
    };

    private static ArticleChange? Change(RevisionRow? before, string? title, string text, bool words) => before is null ? null : new ArticleChange(
        before.Changed, before.WordsAdded, before.WordsRemoved, before.Diff, before.Flags,
        words ? WordDiff.Between(RevisionChange.Whole(before.Title, before.Text), RevisionChange.Whole(title, text)) : null);
}
