using System.Diagnostics;
using Dateline.Contracts;
using Dateline.Fetcher.Data;
using Dateline.Persistence;
using Dateline.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Ledger;

/// <summary>
/// Sends settled documents down the line again, from their raw bytes. Each gets a new trace that links to its earlier one.
/// </summary>
public sealed class Replay(Database<IntakeDb> database, DispatchSignal signal, TimeProvider time)
{
    private const int ChunkSize = 200;

    /// <summary>Replays what is selected and settled; answers how many documents that were.</summary>
    public async Task<int> RunAsync(ReplaySelection selection, CancellationToken cancellationToken)
    {
        var replayed = 0;
        var after = Guid.Empty;
        while (replayed < selection.Limit)
        {
            var ids = await NextAsync(selection, after, Math.Min(ChunkSize, selection.Limit - replayed), cancellationToken);
            if (ids.Count == 0)
                break;
            replayed += await ReplayAsync(ids, cancellationToken);
            after = ids[^1];
            signal.Set();
        }

        return replayed;
    }

    /// <summary>Says what a replay would send, and sends nothing.</summary>
    public Task<ReplayPreview> PreviewAsync(ReplaySelection selection, int sample, CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) =>
        {
            var ids = await selection.Apply(db.Documents).Where(row => row.Fate != null)
                .OrderBy(row => row.Id).Select(row => row.Id).Take(selection.Limit).ToListAsync(token);
            var count = Math.Min(sample, ids.Count);
            var chosen = Enumerable.Range(0, count).Select(i => ids[(int)((long)i * ids.Count / count)]).ToList();
            var entries = await db.Documents.Where(row => chosen.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(token);
            return new ReplayPreview(ids.Count, [.. entries.Select(ReplayCandidate.From)]);
        }, cancellationToken);

    private Task<List<Guid>> NextAsync(ReplaySelection selection, Guid after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync((db, token) => selection.Apply(db.Documents)
            .Where(row => row.Fate != null && row.ContentKey != Oblivion.NoContent && row.Id > after)
            .OrderBy(row => row.Id).Select(row => row.Id).Take(limit).ToListAsync(token), cancellationToken);

    private Task<int> ReplayAsync(List<Guid> ids, CancellationToken cancellationToken) =>
        database.WriteAsync(async (db, token) =>
        {
            var entries = await LockAsync(db, ids, token);
            var now = time.GetUtcNow();
            var tallies = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                tallies[entry.Fate!] = tallies.GetValueOrDefault(entry.Fate!) - 1;
                Reset(entry, now);
            }

            await db.SaveChangesAsync(token);
            var batch = new SqlBatch(db);
            foreach (var (name, change) in tallies)
                batch.Add("UPDATE tallies SET count = count + @n WHERE name = @name", ("@n", change), ("@name", name));
            await batch.ExecuteAsync(token);
            return entries.Count;
        }, cancellationToken);

    private async Task<List<LedgerEntry>> LockAsync(IntakeDb db, List<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = database.Kind == DatabaseKind.Sqlite
            ? db.Documents.Where(row => ids.Contains(row.Id) && row.Fate != null)
            : db.Documents.FromSql($"SELECT * FROM documents WHERE id = ANY ({ids}) AND fate IS NOT NULL ORDER BY id FOR NO KEY UPDATE");
        return await rows.ToListAsync(cancellationToken);
    }

    private static void Reset(LedgerEntry entry, DateTimeOffset now)
    {
        ActivityContext.TryParse(entry.TraceParent, null, out var earlier);
        using var trace = DocumentTrace.Start("replay document", entry.Id, parent: default, earlier, Activity.Current?.Context ?? default);
        entry.EarlierTraces = string.Join(' ', [.. entry.EarlierTraces?.Split(' ') ?? [], DocumentTrace.IdOf(entry.TraceParent)]);
        entry.TraceParent = trace.TraceParent;
        entry.Run++;
        entry.Fate = null;
        entry.Reason = entry.Detail = entry.FaultGroup = null;
        entry.SettledAt = null;
        entry.DueAt = now.UtcDateTime;
        entry.Sends = 0;
        entry.Journey = LedgerJson.Write(Journey.Empty.With(new Hop
        {
            Stage = Stage.Accept,
            Worker = Worker.Name,
            Version = FetcherVersion.Current,
            StartedAt = now,
            DurationMs = 0,
            Note = $"replayed, run {entry.Run}",
        }));
    }
}
