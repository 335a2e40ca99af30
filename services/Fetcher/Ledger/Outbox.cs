using Dateline.Contracts;
using Dateline.Fetcher.Data;
using Dateline.Messaging;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Ledger;

/// <summary>
/// The ledger as outbox: which documents are owed to the line. What was never sent and what was sent and never heard of again are
/// the same thing, due at some time.
/// </summary>
public sealed class Outbox(Database<IntakeDb> database, LineTransport transport, IOptions<LedgerOptions> options, TimeProvider time)
{
    private const int MaxClaim = 256;

    /// <summary>Any number that nothing else in the database locks.</summary>
    private const long ClaimLock = 0x6f7574626f78;

    /// <summary>With the default of five minutes: 5, 10, 20 … and at most every 5 h 20 min.</summary>
    private const int MaxDoublings = 6;

    public int MaxOnLine => options.Value.MaxOnLine ?? (transport.InMemory ? 400 : 4_000);

    /// <summary>Nothing survives in memory: at start all that is unsettled is owed at once.</summary>
    public Task ReclaimAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return database.WriteAsync((db, token) => db.Documents.Where(row => row.Fate == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now).SetProperty(row => row.Sends, 0), token), cancellationToken);
    }

    /// <summary>
    /// Takes due documents for sending, as many as the line has room for: what is on it never exceeds <see cref="MaxOnLine"/>, however
    /// many replicas there are. What is overdue does not count: nobody knows whether it is still there.
    /// </summary>
    public Task<IReadOnlyList<LedgerEntry>> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return database.WriteAsync<IReadOnlyList<LedgerEntry>>(async (db, token) =>
        {
            await TakeTurnAsync(db, token);
            var due = await DueAsync(db, now, Math.Min(MaxClaim, MaxOnLine), token);
            if (due.Count == 0)
                return due;

            var onLine = await db.Documents.CountAsync(row => row.Fate == null && row.Sends > 0 && row.DueAt > now, token);
            due = [.. due.Take(Math.Max(0, MaxOnLine - onLine))];
            foreach (var sends in due.GroupBy(row => row.Sends))
            {
                var ids = sends.Select(row => row.Id).ToList();
                var again = now + options.Value.ResendAfter * (1 << Math.Min(sends.Key, MaxDoublings));
                await db.Documents.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.DueAt, again).SetProperty(row => row.Sends, row => row.Sends + 1), token);
            }

            return due;
        }, cancellationToken);
    }

    /// <summary>Gives back what could not be sent, to be tried again soon; the failed send does not count.</summary>
    public Task ReleaseAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var soon = time.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(1);
        return database.WriteAsync((db, token) => db.Documents.Where(row => ids.Contains(row.Id) && row.Fate == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, soon).SetProperty(row => row.Sends, row => row.Sends - 1), token), cancellationToken);
    }

    /// <summary>One replica claims at a time, until its commit: two that count side by side would both fill the same room.</summary>
    private Task TakeTurnAsync(IntakeDb db, CancellationToken cancellationToken) => database.Kind == DatabaseKind.Postgres
        ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ClaimLock})", cancellationToken)
        : Task.CompletedTask; // SQLite has one writer

    private Task<List<LedgerEntry>> DueAsync(IntakeDb db, DateTime now, int limit, CancellationToken cancellationToken)
    {
        if (database.Kind == DatabaseKind.Sqlite)
            return db.Documents.AsNoTracking().Where(row => row.Fate == null && row.DueAt <= now)
                .OrderBy(row => row.DueAt).Take(limit).ToListAsync(cancellationToken);

        return db.Documents.FromSql(
            $"SELECT * FROM documents WHERE fate IS NULL AND due_at <= {now} ORDER BY due_at LIMIT {limit} FOR UPDATE SKIP LOCKED")
            .AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>The message that sends a document down the line.</summary>
    public static DocumentFetched ToMessage(LedgerEntry entry, Journey journey) => new()
    {
        Document = new DocumentRef
        {
            Id = entry.Id,
            Run = entry.Run,
            SourceId = entry.SourceId,
            SourceTitle = entry.SourceTitle,
            Url = entry.Url,
            FinalUrl = entry.FinalUrl,
            FileName = entry.FileName,
            ContentKey = entry.ContentKey,
            FetchedAt = entry.FetchedAt,
            AcceptedAt = entry.AcceptedAt,
        },
        MediaType = entry.MediaType,
        DeclaredCharset = entry.Charset,
        Length = entry.Length,
        Feed = entry.FeedHints is null ? null : LedgerJson.Read<FeedHints>(entry.FeedHints),
        Journey = journey,
    };
}
