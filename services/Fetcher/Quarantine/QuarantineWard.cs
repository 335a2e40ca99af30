using Dateline.Contracts;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Ledger;
using Dateline.Persistence;
using Dateline.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Quarantine;

/// <summary>Keeps documents that failed for good until somebody has mended the cause and sends them again.</summary>
public sealed class QuarantineWard(Database<IntakeDb> database, LedgerSettlement settlement, TimeProvider time)
{
    public Task AdmitAsync(DocumentRef document, Journey journey, Fault fault, CancellationToken cancellationToken) =>
        AdmitAsync(document.Id, document.Run, journey, fault, cancellationToken);

    /// <summary>Puts a document aside that was sent many times and that no stage ever answered for.</summary>
    public Task GiveUpAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        AdmitAsync(entry.Id, entry.Run, null, Fault.NoAnswer with
        {
            Message = $"It was sent {entry.Sends} times and no stage answered. Check that parser, enricher and storage run and do not end with it, then replay it.",
        }, cancellationToken);

    private async Task AdmitAsync(Guid documentId, int run, Journey? journey, Fault fault, CancellationToken cancellationToken)
    {
        await RecordAsync(fault, documentId, cancellationToken);
        var settled = await settlement.SettleAsync(new Settlement
        {
            DocumentId = documentId,
            Run = run,
            Fate = Fate.Quarantined,
            Reason = fault.ExceptionType,
            Detail = fault.Message,
            Journey = journey,
            FaultGroup = fault.Fingerprint,
        }, cancellationToken);
        if (settled)
            LineMetrics.Count(WireEnumConverter<Stage>.Parse(fault.Stage), "faulted");
    }

    public Task<List<QuarantineGroup>> GroupsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) =>
        {
            var counts = await db.Documents.Where(row => row.Fate == Fate.Quarantined && row.FaultGroup != null)
                .GroupBy(row => row.FaultGroup!).Select(group => new { group.Key, Count = group.LongCount() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, token);
            var groups = await db.FaultGroups.Where(group => counts.Keys.Contains(group.Fingerprint)).ToListAsync(token);
            return groups.OrderByDescending(group => group.LastSeen)
                .Select(group => QuarantineGroup.From(group, counts[group.Fingerprint])).ToList();
        }, cancellationToken);

    public Task<bool> KnowsAsync(string fingerprint, CancellationToken cancellationToken) =>
        database.ReadAsync((db, token) => db.FaultGroups.AnyAsync(group => group.Fingerprint == fingerprint, token), cancellationToken);

    private Task RecordAsync(Fault fault, Guid sample, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return database.WriteAsync(async (db, token) =>
        {
            var batch = new SqlBatch(db);
            batch.Add(
                """
                INSERT INTO fault_groups (fingerprint, stage, exception_type, place, message, stack, sample_document_id, first_seen, last_seen)
                VALUES (@fingerprint, @stage, @type, @place, @message, @stack, @sample, @now, @now)
                ON CONFLICT (fingerprint) DO UPDATE SET
                    message = excluded.message, stack = excluded.stack, sample_document_id = excluded.sample_document_id, last_seen = excluded.last_seen
                """,
                ("@fingerprint", fault.Fingerprint), ("@stage", fault.Stage), ("@type", fault.ExceptionType), ("@place", fault.Place),
                ("@message", fault.Message.Replace("\0", "")), ("@stack", fault.Stack), ("@sample", sample), ("@now", now));
            await batch.ExecuteAsync(token);
        }, cancellationToken);
    }
}
