using System.Diagnostics;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Ledger;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Sources;

/// <summary>
/// Turns a feed's entries into targets to fetch, or, where the feed carries the text, into documents. All of it is committed at once:
/// an entry counts as seen only together with what was made of it.
/// </summary>
public sealed class EntryIntake(Database<IntakeDb> database, Intake intake, FrontierSignal signal, TimeProvider time)
{
    /// <summary>Shorter content is a teaser, whatever its element is called.</summary>
    internal const int FullText = 1_000;

    /// <param name="alongWith">Written in the same transaction, with what was kept.</param>
    public async Task<EntriesKept> KeepAsync(
        Feed feed, EntryOrigin origin, Func<IntakeDb, EntriesKept, CancellationToken, Task> alongWith, CancellationToken cancellationToken)
    {
        var cause = Activity.Current?.Id;
        var found = feed.Entries.Select(entry => FoundEntry.From(entry, feed, origin)).OfType<FoundEntry>().DistinctBy(entry => entry.Key).ToList();
        var known = await KnownAsync(found, cancellationToken);
        var fresh = found.Where(entry => !known.ContainsKey(entry.Key)).ToList();
        var changed = found.Where(entry => known.TryGetValue(entry.Key, out var updatedAt) && entry.ChangedAfter(updatedAt)).ToList();
        var kept = new EntriesKept(found.Count, fresh.Count, changed.Count);

        var withText = fresh.Concat(changed).Where(entry => entry.CarriesText(origin.Pages, FullText)).ToList();
        var toFetch = fresh.Concat(changed).Except(withText).Where(entry => entry.Url is not null && origin.Pages != PageFetching.Never).ToList();

        if (withText.Count == 0)
            await database.WriteAsync((db, token) => WriteAsync(db, [], token), cancellationToken);
        else
            await intake.AcceptAsync([.. withText.Select(entry => entry.ToDocument(origin))], WriteAsync, cancellationToken);
        signal.Set();
        return kept;

        async Task WriteAsync(IntakeDb db, IReadOnlyList<Receipt> receipts, CancellationToken token)
        {
            var now = time.GetUtcNow();
            await FrontierQueue.AddHostsAsync(db, toFetch.Select(entry => TargetKey.HostOf(entry.Url!)), now.UtcDateTime, token);
            var keys = changed.Select(entry => entry.Key).ToList();
            var rows = await db.Targets.Where(row => keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, token);
            foreach (var entry in fresh.Where(entry => !rows.ContainsKey(entry.Key)))
                db.Targets.Add(rows[entry.Key] = entry.ToTarget(origin, now, cause));
            foreach (var entry in changed)
            {
                rows[entry.Key].EntryUpdatedAt = entry.UpdatedAt?.UtcDateTime;
                rows[entry.Key].FeedHints = LedgerJson.Write(entry.Hints);
            }

            foreach (var entry in toFetch)
                FrontierQueue.Reawaken(rows[entry.Key], now.UtcDateTime, cause);
            foreach (var (entry, receipt) in withText.Zip(receipts))
            {
                var target = rows[entry.Key];
                target.DocumentId = receipt.DocumentId;
                target.Status = TargetStatus.Fetched;
                target.Reason = target.Detail = null;
                target.FetchedAt = now.UtcDateTime;
            }

            await db.SaveChangesAsync(token);
            await alongWith(db, kept, token);
        }
    }

    private Task<Dictionary<string, DateTime?>> KnownAsync(List<FoundEntry> found, CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) =>
        {
            var keys = found.Select(entry => entry.Key).ToList();
            return await db.Targets.Where(row => keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, row => row.EntryUpdatedAt, token);
        }, cancellationToken);
}
