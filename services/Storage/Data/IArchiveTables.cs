using Dateline.Storage.Articles;

namespace Dateline.Storage.Data;

/// <summary>How a plan is carried out on a database: once for PostgreSQL, once for SQLite.</summary>
internal interface IArchiveTables
{
    /// <summary>Keeps everybody else from deciding about the same articles until the transaction ends.</summary>
    Task LockAsync(ArchiveDb db, IReadOnlyList<IncomingArticle> batch, CancellationToken cancellationToken);

    Task WriteAsync(ArchiveDb db, StorePlan plan, CancellationToken cancellationToken);
}
