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

    /// <summary>Lost this often with a process that ended, a document is no longer sent in company.</summary>
    private const int SendsInCompany = 2;

    /// <summary>What has not ended the process by then does not; it may be slow or stuck, and the others go on.</summary>
    private static readonly TimeSpan AloneFor = TimeSpan.FromSeconds(30);

    private readonly Queue<Guid> suspects = new();
    private (Guid Id, DateTime Until)? alone;

    public int MaxOnLine => options.Value.MaxOnLine ?? (transport.InMemory ? 400 : 4_000);

    /// <summary>
    /// Nothing survives in memory: at start all that is unsettled is owed at once. How often it was sent is kept, because a document may
    /// be what ended the process. One that was lost several times is sent by itself first: if the process ends again it is known
    /// which one it was, and those that were only beside it get through.
    /// </summary>
    public Task ReclaimAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return database.WriteAsync(async (db, token) =>
        {
            await db.Documents.Where(row => row.Fate == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, now), token);
            var lost = await db.Documents.Where(row => row.Fate == null && row.Sends >= SendsInCompany)
                .OrderBy(row => row.Sends).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(token);
            suspects.Clear();
            lost.ForEach(suspects.Enqueue);
        }, cancellationToken);
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
            if (await IsAloneAsync(db, now, token))
                return [];
            if (await NextSuspectAsync(db, now, token) is { } suspect)
                return await TakeAsync(db, [suspect], now, token);
            var due = await DueAsync(db, now, Math.Min(MaxClaim, MaxOnLine), token);
            if (due.Count == 0)
                return due;

            var onLine = await db.Documents.CountAsync(row => row.Fate == null && row.Sends > 0 && row.DueAt > now, token);
            return await TakeAsync(db, [.. due.Take(Math.Max(0, MaxOnLine - onLine))], now, token);
        }, cancellationToken);
    }

    private async Task<IReadOnlyList<LedgerEntry>> TakeAsync(IntakeDb db, IReadOnlyList<LedgerEntry> due, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var sends in due.GroupBy(row => row.Sends))
        {
            var ids = sends.Select(row => row.Id).ToList();
            var again = now + options.Value.ResendAfter * (1 << Math.Min(sends.Key, MaxDoublings));
            await db.Documents.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.DueAt, again).SetProperty(row => row.Sends, row => row.Sends + 1), cancellationToken);
        }

        return due;
    }

    /// <summary>A suspect is on the line and has not been answered for.</summary>
    private async Task<bool> IsAloneAsync(IntakeDb db, DateTime now, CancellationToken cancellationToken)
    {
        if (alone is { } sent && now < sent.Until && await db.Documents.AnyAsync(row => row.Id == sent.Id && row.Fate == null && row.DueAt > now, cancellationToken))
            return true;
        alone = null;
        return false;
    }

    private async Task<LedgerEntry?> NextSuspectAsync(IntakeDb db, DateTime now, CancellationToken cancellationToken)
    {
        while (suspects.TryPeek(out var id))
        {
            var entry = await db.Documents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Fate == null && row.DueAt <= now, cancellationToken);
            suspects.Dequeue();
            if (entry is null)
                continue;
            alone = (id, now + AloneFor);
            return entry;
        }

        return null;
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
        Response = entry.ResponseFacts is null ? null : LedgerJson.Read<ResponseFacts>(entry.ResponseFacts),
        Journey = journey,
    };
}
