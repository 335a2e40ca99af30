using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Retention;

/// <summary>When an original goes, the copy that came next takes its place for the others.</summary>
internal sealed class HeirChoice(ArchiveDb db, IArchiveTables tables)
{
    private const string Reason = "The article that had this text first was removed; of those that are left, that one came first.";

    /// <param name="leaving">Articles that are about to be removed.</param>
    public async Task RunAsync(Guid[] leaving, CancellationToken cancellationToken)
    {
        var originals = leaving.Cast<Guid?>().ToArray();
        var copies = await db.Articles.Where(row => originals.Contains(row.DuplicateOf) && !leaving.Contains(row.Id))
            .OrderBy(row => row.Seq).Select(row => new { row.Id, row.DuplicateOf }).ToListAsync(cancellationToken);
        var batch = new SqlBatch(db);
        foreach (var group in copies.GroupBy(copy => copy.DuplicateOf))
        {
            var heir = group.First().Id;
            batch.Add(
                $"UPDATE articles SET duplicate_of = NULL, duplicate_reason = NULL, duplicate_share = NULL, change = {tables.NextChange} WHERE id = @id", ("@id", heir));
            foreach (var copy in group.Skip(1))
            {
                batch.Add(
                    $"UPDATE articles SET duplicate_of = @heir, duplicate_reason = @reason, change = {tables.NextChange} WHERE id = @id",
                    ("@heir", heir), ("@reason", Reason), ("@id", copy.Id));
            }
        }

        await batch.ExecuteAsync(cancellationToken);
    }
}
