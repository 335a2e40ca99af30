using System.Globalization;
using Dateline.Persistence;
using Dateline.Storage.Data;
using Dateline.Storage.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Duplicates;

/// <summary>Says on a person's word what an article is a copy of, or that it is none. No later document changes that.</summary>
public sealed class CopyEditor(Database<ArchiveDb> database, TimeProvider time)
{
    private readonly IArchiveTables tables = IArchiveTables.For(database.Kind);

    /// <param name="id">Of the article.</param>
    /// <param name="original">What it is a copy of; null for none.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Null when it was done, else what is wrong.</returns>
    public Task<string?> DecideAsync(Guid id, Guid? original, string by, CancellationToken cancellationToken) =>
        database.WriteAsync<string?>(async (db, token) =>
        {
            await tables.LockAsync(db, token);
            var article = await FindAsync(db, id, token);
            if (article is null)
                return $"There is no article {id}.";

            var said = string.Create(CultureInfo.InvariantCulture, $"Decided by {by} on {time.GetUtcNow():u}.");
            if (original is null)
                await SetAsync(db, id, null, said, null, token);
            else if (await FindAsync(db, original.Value, token) is not { } other)
                return $"There is no article {original}.";
            else if ((other.DuplicateOf ?? other.Id) is var first && first == id)
                return "An article cannot be a copy of itself or of its own copy; say first that the other one is none.";
            else
                await LinkAsync(db, article, other with { Id = first }, said, token);

            await new StoryWriting(db, tables).RebuildAsync(article.StoryId, token);
            return null;
        }, cancellationToken);

    /// <summary>Copies of the article become copies of the original, too: there is one original for all.</summary>
    private async Task LinkAsync(ArchiveDb db, Decided article, Decided original, string said, CancellationToken cancellationToken)
    {
        var shingles = TextShingles.Of(article.Text);
        var share = shingles.Count == 0 ? 0 : (int)Math.Round(100.0 * shingles.CommonWith(TextShingles.Of(original.Text)) / shingles.Count);
        await SetAsync(db, article.Id, original.Id, said, share, cancellationToken);
        var copies = await db.Articles.Where(row => row.DuplicateOf == article.Id).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var copy in copies)
            await SetAsync(db, copy, original.Id, said, null, cancellationToken);
    }

    private async Task SetAsync(ArchiveDb db, Guid id, Guid? original, string said, int? share, CancellationToken cancellationToken)
    {
        var batch = new SqlBatch(db);
        batch.Add(
            "UPDATE articles SET duplicate_of = @original, duplicate_reason = @said, copy_decided = @yes, "
            + $"duplicate_share = CASE WHEN @none THEN NULL ELSE coalesce(@share, duplicate_share) END, change = {tables.NextChange} WHERE id = @id",
            ("@original", original), ("@said", said), ("@yes", true), ("@none", original is null), ("@share", share), ("@id", id));
        await batch.ExecuteAsync(cancellationToken);
    }

    private static Task<Decided?> FindAsync(ArchiveDb db, Guid id, CancellationToken cancellationToken) =>
        db.Articles.Where(row => row.Id == id).Select(row => new Decided(row.Id, row.StoryId, row.DuplicateOf, row.Text)).SingleOrDefaultAsync(cancellationToken);

    private sealed record Decided(Guid Id, Guid StoryId, Guid? DuplicateOf, string Text);
}
