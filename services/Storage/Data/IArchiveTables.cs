using Dateline.Persistence;
using Dateline.Storage.Articles;

namespace Dateline.Storage.Data;

/// <summary>How a plan is carried out on a database: once for PostgreSQL, once for SQLite.</summary>
internal interface IArchiveTables
{
    static IArchiveTables For(DatabaseKind kind) => kind == DatabaseKind.Postgres ? new PostgresTables() : new SqliteTables();

    /// <summary>
    /// Bounds what a boilerplate line or a common name can cost: a key with more entries tells little, and the other keys of the
    /// same text find what this one leaves out.
    /// </summary>
    const int MostPerKey = 64;

    /// <summary>Keeps everybody else from deciding about articles until the transaction ends.</summary>
    Task LockAsync(ArchiveDb db, CancellationToken cancellationToken);

    /// <summary>The articles that have indexed runs of words.</summary>
    Task<List<(long Key, Guid Id)>> ArticlesWithAsync(ArchiveDb db, IReadOnlyList<long> hashes, CancellationToken cancellationToken);

    /// <summary>The stories that name words, of those with a report between two times, newest first.</summary>
    Task<List<(string Key, Guid Id)>> StoriesWithAsync(
        ArchiveDb db, IReadOnlyList<string> terms, DateTime from, DateTime to, CancellationToken cancellationToken);

    /// <summary>SQL for the number of the next change, for one row at a time.</summary>
    string NextChange { get; }

    /// <summary>Takes an article out of the full-text index, where the index does not follow by itself.</summary>
    Task ForgetWordsAsync(ArchiveDb db, long seq, CancellationToken cancellationToken);

    Task WriteAsync(ArchiveDb db, StorePlan plan, CancellationToken cancellationToken);
}
