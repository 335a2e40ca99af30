using Dateline.Contracts;
using Dateline.Fetcher.Data;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Ledger;

/// <summary>Answers "where did my article go, and why?" from the ledger.</summary>
public sealed class LedgerQueries(Database<IntakeDb> database, Admission admission, TimeProvider time)
{
    /// <summary>Enough for stable percentiles, few enough to read at every look at the page.</summary>
    private const int RecentJourneys = 200;

    public Task<DocumentView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) =>
            await db.Documents.SingleOrDefaultAsync(row => row.Id == id, token) is { } entry ? DocumentView.From(entry) : null, cancellationToken);

    public Task<List<DocumentView>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) =>
        {
            var entries = await db.Documents.Where(row => ids.Contains(row.Id)).OrderByDescending(row => row.Id).ToListAsync(token);
            return entries.Select(DocumentView.From).ToList();
        }, cancellationToken);

    public Task<Dictionary<Guid, DocumentFate>> FatesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        database.ReadAsync((db, token) => db.Documents.Where(row => ids.Contains(row.Id))
            .Select(row => new DocumentFate(row.Id, row.Fate, row.Reason, row.Detail, row.ArticleId)).ToDictionaryAsync(row => row.Id, token), cancellationToken);

    public Task<List<DocumentView>> FindByUrlAsync(string url, CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) =>
        {
            var entries = await db.Documents.Where(row => row.Url == url || row.FinalUrl == url)
                .OrderByDescending(row => row.Id).Take(100).ToListAsync(token);
            return entries.Select(DocumentView.From).ToList();
        }, cancellationToken);

    /// <summary>Newest first. Ids grow with time, so a page neither skips nor repeats while documents arrive.</summary>
    public Task<DocumentPage> ListAsync(string? fate, Guid? sourceId, Guid? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) =>
        {
            var rows = db.Documents.AsQueryable();
            if (fate is not null)
                rows = fate == Fate.InFlight ? rows.Where(row => row.Fate == null) : rows.Where(row => row.Fate == fate);
            if (sourceId is not null)
                rows = rows.Where(row => row.SourceId == sourceId);
            if (before is { } last)
                rows = rows.Where(row => row.Id < last);

            var page = await rows.OrderByDescending(row => row.Id).Take(limit + 1).ToListAsync(token);
            var items = page.Take(limit).Select(DocumentView.From).ToList();
            return new DocumentPage(items, page.Count > limit ? items[^1].Id.ToString() : null);
        }, cancellationToken);

    public Task<PipelineView> PipelineAsync(CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(async (db, token) => // between two plain reads a document could be settled and break the sum
        {
            var now = time.GetUtcNow().UtcDateTime;
            var minuteAgo = now - TimeSpan.FromMinutes(1);
            var tallies = await db.Tallies.ToDictionaryAsync(row => row.Name, row => row.Count, token);
            var inFlight = await db.Documents.LongCountAsync(row => row.Fate == null, token);
            var waiting = await db.Documents.LongCountAsync(row => row.Fate == null && (row.Sends == 0 || row.DueAt <= now), token);
            var oldest = await db.Documents.Where(row => row.Fate == null).MinAsync(row => (DateTime?)row.AcceptedAt, token);
            var since = Guid.CreateVersion7(new DateTimeOffset(minuteAgo));
            var journeys = await db.Documents.Where(row => row.Fate != null && row.Fate != Fate.Quarantined)
                .OrderByDescending(row => row.Id).Take(RecentJourneys).Select(row => row.Journey).ToListAsync(token);
            var reasons = await db.Documents.Where(row => row.Fate == Fate.Rejected)
                .GroupBy(row => row.Reason!).Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(token);

            return new PipelineView
            {
                Accepted = tallies[Tally.Accepted],
                Stored = tallies[Fate.Stored],
                Revised = tallies[Fate.Revised],
                Unchanged = tallies[Fate.Unchanged],
                Duplicate = tallies[Fate.Duplicate],
                Rejected = tallies[Fate.Rejected],
                Quarantined = tallies[Fate.Quarantined],
                InFlight = inFlight,
                OnLine = inFlight - waiting,
                OldestInFlightSeconds = oldest is { } at ? Math.Round(Math.Max(0, (now - at).TotalSeconds), 3) : null,
                Accepting = admission.Open,
                LastMinute = new LastMinute(
                    await db.Documents.LongCountAsync(row => row.Id >= since, token),
                    await db.Documents.LongCountAsync(row => row.SettledAt >= minuteAgo, token)),
                Stages = StageView.From([.. journeys.Select(LedgerJson.Read<Journey>)]),
                RejectedByReason = reasons.ToDictionary(reason => reason.Key, reason => reason.Count),
            };
        }, cancellationToken);
}
