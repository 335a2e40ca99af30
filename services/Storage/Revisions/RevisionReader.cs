using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Revisions;

/// <summary>Reads an article's history.</summary>
public sealed class RevisionReader(Database<ArchiveDb> database)
{
    private const int MostRevisions = 200;

    /// <summary>Null when there is no such article.</summary>
    public Task<RevisionList?> FindAsync(Guid articleId, CancellationToken cancellationToken) =>
        database.ReadAsync<RevisionList?>(async (db, token) =>
        {
            var current = await db.Articles.SingleOrDefaultAsync(row => row.Id == articleId, token);
            if (current is null)
                return null;

            var replaced = await db.Revisions.Where(row => row.ArticleId == articleId)
                .OrderByDescending(row => row.Number).Take(MostRevisions).ToListAsync(token);
            return new RevisionList(articleId,
            [
                Current(current, replaced.FirstOrDefault()),
                .. replaced.Select((row, i) => Replaced(row, replaced.ElementAtOrDefault(i + 1))),
            ]);
        }, cancellationToken);

    private static ArticleRevision Current(ArticleRow row, RevisionRow? before) => new()
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
        Change = Change(before),
    };

    private static ArticleRevision Replaced(RevisionRow row, RevisionRow? before) => new()
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
        Change = Change(before),
    };

    private static ArticleChange? Change(RevisionRow? before) =>
        before is null ? null : new ArticleChange(before.Changed, before.WordsAdded, before.WordsRemoved, before.Diff);
}
