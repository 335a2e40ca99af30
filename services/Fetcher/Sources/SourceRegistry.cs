using System.Diagnostics;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Frontier;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Sources;

/// <summary>Adds, lists and removes sources. A source and its target in the frontier live and die together.</summary>
public sealed class SourceRegistry(Database<IntakeDb> database, FrontierSignal signal, TimeProvider time)
{
    /// <summary>Null when the address is a source already.</summary>
    public async Task<Guid?> AddAsync(Uri url, string? title, string pages, CancellationToken cancellationToken)
    {
        var cause = Activity.Current?.Id;
        var added = await database.WriteAsync<Guid?>(async (db, token) =>
        {
            if (await db.Sources.AnyAsync(row => row.Url == url.OriginalString, token))
                return null;

            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            db.Sources.Add(new Source
            {
                Id = id,
                Url = url.OriginalString,
                Title = title,
                TitleGiven = title is not null,
                Pages = pages,
                CreatedAt = now.UtcDateTime,
                NextPollReason = "it is new",
                LastStatus = "new",
            });
            db.Targets.Add(new Target
            {
                Id = Guid.CreateVersion7(now),
                Key = TargetKey.OfSource(id),
                Url = url.OriginalString,
                Host = TargetKey.HostOf(url),
                Kind = TargetKind.Source,
                Status = TargetStatus.Waiting,
                NextAt = now.UtcDateTime,
                SeenAt = now.UtcDateTime,
                SourceId = id,
                Cause = cause,
            });
            await FrontierQueue.AddHostsAsync(db, [TargetKey.HostOf(url)], now.UtcDateTime, token);
            await db.SaveChangesAsync(token);
            return id;
        }, cancellationToken);
        signal.Set();
        return added;
    }

    /// <summary>Its documents and articles stay; what it had found and not fetched is no longer fetched.</summary>
    public Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) => database.WriteAsync(async (db, token) =>
    {
        await db.Targets.Where(row => row.SourceId == id && row.Kind == TargetKind.Source).ExecuteDeleteAsync(token);
        await db.Targets.Where(row => row.SourceId == id && row.Status == TargetStatus.Waiting).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Status, TargetStatus.Unfetched)
            .SetProperty(row => row.Reason, "off")
            .SetProperty(row => row.Detail, "Its source was removed before it was fetched."), token);
        return await db.Sources.Where(row => row.Id == id).ExecuteDeleteAsync(token) > 0;
    }, cancellationToken);

    public async Task<SourceView?> FindAsync(Guid id, CancellationToken cancellationToken) => (await ViewsAsync(id, cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<SourceView>> ListAsync(CancellationToken cancellationToken) => ViewsAsync(null, cancellationToken);

    private Task<IReadOnlyList<SourceView>> ViewsAsync(Guid? only, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync<IReadOnlyList<SourceView>>(async (db, token) =>
        {
            var sources = await db.Sources.Where(row => only == null || row.Id == only).OrderBy(row => row.Title ?? row.Url).ToListAsync(token);
            var next = await db.Targets.Where(row => row.Kind == TargetKind.Source && (only == null || row.SourceId == only))
                .ToDictionaryAsync(row => row.SourceId!.Value, row => row.NextAt, token);
            var pending = await db.Targets.Where(row => row.Kind == TargetKind.Page && row.Status == TargetStatus.Waiting && row.SourceId != null && (only == null || row.SourceId == only))
                .GroupBy(row => row.SourceId!.Value).Select(group => new { group.Key, Count = group.LongCount() }).ToDictionaryAsync(row => row.Key, row => row.Count, token);
            var documents = await db.Documents.Where(row => row.SourceId != null && (only == null || row.SourceId == only))
                .GroupBy(row => row.SourceId!.Value).Select(group => new { group.Key, Count = group.LongCount() }).ToDictionaryAsync(row => row.Key, row => row.Count, token);
            return [.. sources.Select(source => View(source, next.GetValueOrDefault(source.Id), pending.GetValueOrDefault(source.Id), documents.GetValueOrDefault(source.Id)))];
        }, cancellationToken);

    private static SourceView View(Source source, DateTime? nextAt, long pending, long documents) => new()
    {
        Id = source.Id,
        Url = source.Url,
        Title = source.Title,
        Format = source.Format,
        Pages = source.Pages,
        CreatedAt = source.CreatedAt,
        LastPolledAt = source.LastPolledAt,
        LastNewAt = source.LastNewAt,
        NextPollAt = nextAt ?? source.CreatedAt,
        NextPollReason = source.NextPollReason,
        LastStatus = source.LastStatus,
        Failures = source.Failures,
        LastError = source.LastError,
        Entries = source.Entries,
        PendingTargets = pending,
        Documents = documents,
    };
}
