using Dateline.Content;
using Dateline.Contracts;
using Dateline.Fetcher.Data;
using Dateline.Persistence;
using Dateline.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Ledger;

/// <summary>
/// The one door. A document is accepted when its raw bytes and its ledger row are committed together; only then may anybody be
/// told so. Callers that arrive at about the same time share a transaction.
/// </summary>
public sealed class Intake : IAsyncDisposable
{
    /// <summary>A commit costs one disk flush however many documents it holds; more than this only makes the first one wait.</summary>
    private const int MaxCallsPerCommit = 64;

    private readonly Database<IntakeDb> database;
    private readonly Admission admission;
    private readonly DispatchSignal signal;
    private readonly TimeProvider time;
    private readonly Batcher<Call, IReadOnlyList<Receipt>> batcher;

    public Intake(Database<IntakeDb> database, Admission admission, DispatchSignal signal, TimeProvider time)
    {
        this.database = database;
        this.admission = admission;
        this.signal = signal;
        this.time = time;
        batcher = new Batcher<Call, IReadOnlyList<Receipt>>(MaxCallsPerCommit, CommitAsync);
    }

    public async Task<Receipt> AcceptAsync(IncomingDocument document, CancellationToken cancellationToken) =>
        (await AcceptAsync([document], null, cancellationToken))[0];

    /// <summary>Accepts documents together: all or none.</summary>
    /// <param name="alongWith">Written in the same transaction: that a target was fetched, that an entry was seen. It may run again
    /// when the transaction has to, so it only writes through the context it is given.</param>
    /// <exception cref="LineFullException">Nothing was accepted.</exception>
    /// <exception cref="OnceKeyConflictException">Nothing was accepted.</exception>
    public async Task<IReadOnlyList<Receipt>> AcceptAsync(
        IReadOnlyList<IncomingDocument> documents,
        Func<IntakeDb, IReadOnlyList<Receipt>, CancellationToken, Task>? alongWith,
        CancellationToken cancellationToken)
    {
        admission.Enter(documents.Count);
        var accepted = 0;
        var prepared = new List<Prepared>(documents.Count);
        try
        {
            prepared.AddRange(documents.Select(Prepare));
            var receipts = await batcher.RunAsync(new Call(prepared, alongWith), cancellationToken);
            accepted = receipts.Count(receipt => !receipt.Repeated);
            signal.Set();
            for (var i = 0; i < accepted; i++)
                LineMetrics.Count(Stage.Accept, "passed");
            return receipts;
        }
        finally
        {
            admission.Leave(documents.Count, accepted);
            foreach (var document in prepared)
                document.Trace.Dispose();
        }
    }

    /// <summary>The first receipts of those keys under which something was accepted.</summary>
    public async Task<IReadOnlyDictionary<string, Receipt>> KnownAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        (await database.ReadAsync((db, token) => KnownAsync(db, keys, token), cancellationToken)).ToDictionary(known => known.Key, known => known.Value.Receipt);

    private Prepared Prepare(IncomingDocument document)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        return new Prepared(document, id, now, ContentPacking.Pack(document.Bytes.Span), DocumentTrace.Start("accept document", id, document.Trace, document.Trace == default ? document.Cause : default));
    }

    private Task<IReadOnlyList<IReadOnlyList<Receipt>>> CommitAsync(IReadOnlyList<Call> calls, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<IReadOnlyList<Receipt>>>(async (db, token) =>
        {
            var known = await KnownAsync(db, [.. calls.SelectMany(call => call.Documents).Select(document => document.Document.OnceKey).OfType<string>().Distinct()], token);
            var answers = new List<IReadOnlyList<Receipt>>(calls.Count);
            var batch = new SqlBatch(db);
            var accepted = 0;
            foreach (var call in calls)
            {
                var receipts = call.Documents.Select(document => Answer(document, known) ?? Add(db, batch, document, known)).ToList();
                accepted += receipts.Count(receipt => !receipt.Repeated);
                answers.Add(receipts);
            }

            batch.Add("UPDATE tallies SET count = count + @n WHERE name = @name", ("@n", accepted), ("@name", Tally.Accepted));
            await batch.ExecuteAsync(token);
            await db.SaveChangesAsync(token);
            for (var i = 0; i < calls.Count; i++)
            {
                if (calls[i].AlongWith is { } alongWith)
                    await alongWith(db, answers[i], token);
            }

            return answers;
        }, cancellationToken);

    private static async Task<Dictionary<string, (string Fingerprint, Receipt Receipt)>> KnownAsync(
        IntakeDb db, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return [];

        var rows = await db.Once.Where(row => keys.Contains(row.Key))
            .Join(db.Documents, once => once.DocumentId, document => document.Id, (once, document) => new { once.Key, once.Fingerprint, document.Id, document.TraceParent })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key, row => (row.Fingerprint, new Receipt(row.Id, DocumentTrace.IdOf(row.TraceParent), Repeated: true)));
    }

    private static Receipt? Answer(Prepared document, Dictionary<string, (string Fingerprint, Receipt Receipt)> known)
    {
        if (document.Document.OnceKey is not { } key || !known.TryGetValue(key, out var earlier))
            return null;
        return earlier.Fingerprint == document.Fingerprint ? earlier.Receipt : throw new OnceKeyConflictException(document.Document.OnceName ?? key);
    }

    private Receipt Add(IntakeDb db, SqlBatch batch, Prepared prepared, Dictionary<string, (string Fingerprint, Receipt Receipt)> known)
    {
        batch.Add(
            "INSERT INTO contents (key, bytes, compressed, length) VALUES (@key, @bytes, @compressed, @length) ON CONFLICT DO NOTHING",
            ("@key", prepared.Content.Key), ("@bytes", prepared.Content.Bytes), ("@compressed", prepared.Content.Compressed), ("@length", prepared.Content.Length));
        db.Documents.Add(prepared.ToEntry(time.GetUtcNow()));

        var receipt = new Receipt(prepared.Id, prepared.Trace.TraceId, Repeated: false);
        if (prepared.Document.OnceKey is { } key)
        {
            db.Once.Add(new AcceptedOnce { Key = key, Fingerprint = prepared.Fingerprint, DocumentId = prepared.Id, At = prepared.At.UtcDateTime });
            known[key] = (prepared.Fingerprint, receipt with { Repeated = true });
        }

        return receipt;
    }

    public ValueTask DisposeAsync() => batcher.DisposeAsync();

    private sealed record Call(IReadOnlyList<Prepared> Documents, Func<IntakeDb, IReadOnlyList<Receipt>, CancellationToken, Task>? AlongWith);

    private sealed record Prepared(IncomingDocument Document, Guid Id, DateTimeOffset At, RawContent Content, DocumentTrace Trace)
    {
        public string Fingerprint => Document.OnceFingerprint ?? Content.Key;

        public LedgerEntry ToEntry(DateTimeOffset now) => new()
        {
            Id = Id,
            SourceId = Document.SourceId,
            SourceTitle = Document.SourceTitle,
            Url = Document.Url,
            FinalUrl = Document.FinalUrl,
            FileName = Document.FileName,
            ContentKey = Content.Key,
            MediaType = Document.MediaType,
            Charset = Document.Charset,
            Length = Content.Length,
            FeedHints = Document.Feed is null ? null : LedgerJson.Write(Document.Feed),
            ResponseFacts = Document.Response is null ? null : LedgerJson.Write(Document.Response),
            FetchedAt = (Document.FetchedAt ?? At).UtcDateTime,
            AcceptedAt = At.UtcDateTime,
            DueAt = At.UtcDateTime,
            TraceParent = Trace.TraceParent,
            Journey = LedgerJson.Write(Journey.Empty.With(new Hop
            {
                Stage = Stage.Accept,
                Worker = Worker.Name,
                Version = FetcherVersion.Current,
                StartedAt = At,
                DurationMs = Math.Round((now - At).TotalMilliseconds, 3),
            })),
        };
    }
}
