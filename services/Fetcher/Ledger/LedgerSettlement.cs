using Dateline.Contracts;
using Dateline.Fetcher.Data;
using Dateline.Persistence;
using Dateline.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Ledger;

/// <summary>
/// Writes fates into the ledger, each exactly once: the first answer of a run counts, a repeated or an older run's answer changes
/// nothing. Only a quarantine gives way to a later answer, because then the document did get through.
/// </summary>
public sealed class LedgerSettlement : IAsyncDisposable
{
    private const int MaxPerCommit = 200;

    private readonly Database<IntakeDb> database;
    private readonly DispatchSignal signal;
    private readonly TimeProvider time;
    private readonly Batcher<Settlement, bool> batcher;

    public LedgerSettlement(Database<IntakeDb> database, DispatchSignal signal, TimeProvider time)
    {
        this.database = database;
        this.signal = signal;
        this.time = time;
        batcher = new Batcher<Settlement, bool>(MaxPerCommit, CommitAsync);
    }

    /// <summary>True when this answer settled the document, false when it was settled before or is not known here.</summary>
    public async Task<bool> SettleAsync(Settlement settlement, CancellationToken cancellationToken)
    {
        var settled = await batcher.RunAsync(settlement, cancellationToken);
        if (settled)
        {
            var reason = settlement.Fate == Fate.Rejected ? settlement.Reason! : "";
            LineMetrics.Count(Stage.Settle, settlement.Fate, reason);
            signal.Set();
        }

        return settled;
    }

    private Task<IReadOnlyList<bool>> CommitAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<bool>>(async (db, token) =>
        {
            var current = await LockAsync(db, [.. settlements.Select(settlement => settlement.DocumentId).Distinct().Order()], token);
            var batch = new SqlBatch(db);
            var tallies = new SortedDictionary<string, int>(StringComparer.Ordinal);
            var settled = new bool[settlements.Count];
            foreach (var i in Enumerable.Range(0, settlements.Count).OrderBy(i => settlements[i].DocumentId))
            {
                var settlement = settlements[i];
                if (!current.TryGetValue(settlement.DocumentId, out var state) || !Counts(settlement, state))
                    continue;

                if (state.Fate is not null)
                    tallies[state.Fate] = tallies.GetValueOrDefault(state.Fate) - 1;
                tallies[settlement.Fate] = tallies.GetValueOrDefault(settlement.Fate) + 1;
                current[settlement.DocumentId] = state with { Fate = settlement.Fate };
                AddUpdate(batch, settlement);
                settled[i] = true;
            }

            // Last and in the order of names: replicas that settle at the same time take these few rows in the same order.
            foreach (var (name, change) in tallies)
                batch.Add("UPDATE tallies SET count = count + @n WHERE name = @name", ("@n", change), ("@name", name));
            await batch.ExecuteAsync(token);
            return settled;
        }, cancellationToken);

    private static bool Counts(Settlement settlement, State state) =>
        state.Run == settlement.Run
        && (state.Fate is null || (state.Fate == Fate.Quarantined && settlement.Fate != Fate.Quarantined));

    private async Task<Dictionary<Guid, State>> LockAsync(IntakeDb db, List<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = database.Kind == DatabaseKind.Sqlite
            ? db.Documents.Where(row => ids.Contains(row.Id))
            : db.Documents.FromSql($"SELECT * FROM documents WHERE id = ANY ({ids}) ORDER BY id FOR NO KEY UPDATE");
        return await rows.AsNoTracking().Select(row => new { row.Id, row.Run, row.Fate })
            .ToDictionaryAsync(row => row.Id, row => new State(row.Run, row.Fate), cancellationToken);
    }

    private void AddUpdate(SqlBatch batch, Settlement settlement) => batch.Add(
        """
        UPDATE documents SET fate = @fate, reason = @reason, detail = @detail, article_id = @article, revision = @revision,
            duplicate_of = @duplicate, story_id = @story, journey = coalesce(@journey, journey),
            parser_version = coalesce(@parser, parser_version), enricher_version = coalesce(@enricher, enricher_version), settled_at = @now, due_at = NULL, fault_group = @group
        WHERE id = @id
        """,
        ("@fate", settlement.Fate),
        ("@reason", settlement.Reason),
        ("@detail", settlement.Detail),
        ("@article", settlement.ArticleId),
        ("@revision", settlement.Revision),
        ("@duplicate", settlement.DuplicateOf),
        ("@story", settlement.StoryId),
        ("@journey", settlement.Journey is null ? null : LedgerJson.Write(settlement.Journey)),
        ("@parser", settlement.VersionOf(Stage.Parse)),
        ("@enricher", settlement.VersionOf(Stage.Enrich)),
        ("@now", time.GetUtcNow().UtcDateTime),
        ("@group", settlement.FaultGroup),
        ("@id", settlement.DocumentId));

    public ValueTask DisposeAsync() => batcher.DisposeAsync();

    private sealed record State(int Run, string? Fate);
}
