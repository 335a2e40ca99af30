using Dateline.Fetcher.Data;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Ledger;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Sources;

/// <summary>What the tables say of sources.</summary>
public sealed class SourceQueries(Database<IntakeDb> database, TimeProvider time)
{
    public async Task<SourceView?> FindAsync(Guid id, CancellationToken cancellationToken) => (await ViewsAsync(id, cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<SourceView>> ListAsync(CancellationToken cancellationToken) => ViewsAsync(null, cancellationToken);

    public Task<List<Source>> RowsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync((db, token) => db.Sources.OrderBy(row => row.Title ?? row.Url).ToListAsync(token), cancellationToken);

    /// <summary>Which of the keys were seen before.</summary>
    public Task<HashSet<string>> SeenAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        database.ReadAsync((db, token) => db.Targets.Where(row => keys.Contains(row.Key)).Select(row => row.Key).ToHashSetAsync(token), cancellationToken);

    private Task<IReadOnlyList<SourceView>> ViewsAsync(Guid? only, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync<IReadOnlyList<SourceView>>(async (db, token) =>
        {
            var sources = await db.Sources.Where(row => only == null || row.Id == only).OrderBy(row => row.Title ?? row.Url).ToListAsync(token);
            var next = await db.Targets.Where(row => row.Kind == TargetKind.Source && (only == null || row.SourceId == only))
                .ToDictionaryAsync(row => row.SourceId!.Value, row => row.NextAt, token);
            var pages = await db.Targets.Where(row => row.Kind == TargetKind.Page && row.SourceId != null && (only == null || row.SourceId == only)
                    && (row.Status == TargetStatus.Waiting || row.Reason == "robots"))
                .GroupBy(row => new { row.SourceId, row.Status }).Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(token);
            var documents = await db.Documents.Where(row => row.SourceId != null && (only == null || row.SourceId == only))
                .GroupBy(row => row.SourceId!.Value).Select(group => new { group.Key, Count = group.LongCount() }).ToDictionaryAsync(row => row.Key, row => row.Count, token);
            return [.. sources.Select(source => View(
                source,
                next.GetValueOrDefault(source.Id),
                pages.Where(row => row.Key.SourceId == source.Id && row.Key.Status == TargetStatus.Waiting).Sum(row => row.Count),
                pages.Where(row => row.Key.SourceId == source.Id && row.Key.Status == TargetStatus.Unfetched).Sum(row => row.Count),
                documents.GetValueOrDefault(source.Id)))];
        }, cancellationToken);

    private SourceView View(Source source, DateTime? nextAt, long pending, long forbidden, long documents) => new()
    {
        Id = source.Id,
        Url = source.Url,
        Title = source.Title,
        Format = source.Format,
        Pages = source.Pages,
        MinIntervalMinutes = (int?)source.MinInterval?.TotalMinutes,
        MaxIntervalMinutes = (int?)source.MaxInterval?.TotalMinutes,
        HeaderNames = [.. SourceHeaders.Of(source).Keys],
        UserAgent = source.UserAgent,
        Paused = source.Paused,
        Tags = SourceSettings.TagsOf(source),
        CreatedAt = source.CreatedAt,
        LastPolledAt = source.LastPolledAt,
        LastNewAt = source.LastNewAt,
        NextPollAt = source.Paused ? null : nextAt ?? source.CreatedAt,
        NextPollReason = source.Paused ? "it is paused" : source.NextPollReason,
        LastStatus = source.LastStatus,
        Failures = source.Failures,
        LastError = source.LastError,
        Entries = source.Entries,
        PendingTargets = pending,
        Documents = documents,
        PushedUntil = source.LeaseUntil,
        Health = SourceHealth.Of(source, forbidden, time.GetUtcNow()),
        Proposal = source.Proposal is null ? null : LedgerJson.Read<SourceProposal>(source.Proposal),
    };
}
