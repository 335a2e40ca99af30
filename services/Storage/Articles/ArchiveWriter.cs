using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Storage.Data;
using Dateline.Storage.Retention;

namespace Dateline.Storage.Articles;

/// <summary>
/// Stores batches of articles, each in one transaction: lock, read what is known, decide in memory, write. The same message may
/// come any number of times, in any order, to any replica.
/// </summary>
public sealed class ArchiveWriter(Database<ArchiveDb> database)
{
    private readonly IArchiveTables tables = IArchiveTables.For(database.Kind);

    /// <summary>Stores all or none. Answers in the order of the batch.</summary>
    public Task<IReadOnlyList<StoredArticle>> StoreAsync(IReadOnlyList<IncomingArticle> batch, CancellationToken cancellationToken) =>
        database.WriteAsync(async (db, token) =>
        {
            await tables.LockAsync(db, token);
            var plan = StoreDecisions.Make(await new ArchiveReading(db, tables, batch).ReadAsync(token), batch);
            await tables.WriteAsync(db, plan, token);
            await RemovalNotices.WriteAsync(db, plan.Notices, token);
            return Answers(plan);
        }, cancellationToken);

    private static IReadOnlyList<StoredArticle> Answers(StorePlan plan) =>
        [.. plan.Answers.Select(row => new StoredArticle(
            row.ArticleId, row.Revision, WireEnumConverter<StoreOutcome>.Parse(row.Outcome), row.DuplicateOf, row.Reason, row.StoryId))];
}
