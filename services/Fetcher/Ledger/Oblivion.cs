using Dateline.Content;
using Dateline.Fetcher.Data;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Ledger;

/// <summary>
/// Forgets what was received of documents: their raw bytes, unless another document has the same, and what feeds and servers said of them. That
/// they were there, and what became of them, stays in the ledger.
/// </summary>
public sealed class Oblivion(Database<IntakeDb> database)
{
    /// <summary>Stands for the content of a document that has none any more.</summary>
    public const string NoContent = "";

    /// <summary>Answers with the number of documents that lost something by it.</summary>
    public Task<int> ForgetAsync(IReadOnlyList<Guid> ids, string reason, CancellationToken cancellationToken) => database.WriteAsync(async (db, token) =>
    {
        var known = await db.Documents.Where(row => ids.Contains(row.Id) && row.ContentKey != NoContent).Select(row => row.ContentKey).ToListAsync(token);
        if (known.Count == 0)
            return 0;

        await db.Documents.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.ContentKey, NoContent)
            .SetProperty(row => row.FeedHints, (string?)null)
            .SetProperty(row => row.ResponseFacts, (string?)null)
            .SetProperty(row => row.Detail, $"The raw content is forgotten: {reason}"), token);
        var keys = known.Distinct().ToArray();
        await db.Set<RawContent>().Where(row => keys.Contains(row.Key) && !db.Documents.Any(other => other.ContentKey == row.Key)).ExecuteDeleteAsync(token);
        return known.Count;
    }, cancellationToken);
}
