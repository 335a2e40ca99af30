using Dateline.Fetcher.Data;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Ledger;

/// <summary>
/// Keeps the line from growing without bound: the API answers 503, inbox and pollers wait. It looks at the ledger twice a second
/// and counts in between what this process accepts. The limit is exceeded at most by the documents of one call and by what other
/// replicas accept between two looks.
/// </summary>
public sealed partial class Admission(Database<IntakeDb> database, IOptions<LedgerOptions> options, TimeProvider time, ILogger<Admission> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private long counted;
    private long entering;
    private long committedSince;
    private long quarantined;

    public long InFlight
    {
        get
        {
            lock (gate)
                return counted + entering + committedSince;
        }
    }

    public long Quarantined => Interlocked.Read(ref quarantined);

    public bool Open => InFlight < options.Value.MaxInFlight;

    /// <summary>Takes room for documents that are about to be accepted. Say how it went with <see cref="Leave"/>.</summary>
    /// <exception cref="LineFullException">There is none.</exception>
    public void Enter(int documents)
    {
        lock (gate)
        {
            if (counted + entering + committedSince >= options.Value.MaxInFlight)
                throw new LineFullException(options.Value.MaxInFlight);
            entering += documents;
        }
    }

    /// <param name="documents">As many as entered.</param>
    /// <param name="committed">How many of them are in the ledger now.</param>
    public void Leave(int documents, int committed)
    {
        lock (gate)
        {
            entering -= documents;
            committedSince += committed;
        }
    }

    /// <summary>Waits for room, for callers that can: the inbox, the pollers.</summary>
    public async Task WaitUntilOpenAsync(CancellationToken cancellationToken)
    {
        while (!Open)
            await Task.Delay(Interval, time, cancellationToken);
    }

    /// <summary>Looks at the ledger. What is committed meanwhile may be counted twice until the next look, but never not at all.</summary>
    public async Task CountAsync(CancellationToken cancellationToken)
    {
        long before;
        lock (gate)
            before = committedSince;
        var (found, aside) = await database.ReadAsync(async (db, token) => (
            await db.Documents.LongCountAsync(row => row.Fate == null, token),
            await db.Tallies.Where(row => row.Name == Fate.Quarantined).Select(row => row.Count).SingleAsync(token)), cancellationToken);
        Interlocked.Exchange(ref quarantined, aside);
        lock (gate)
        {
            counted = found;
            committedSince -= before;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Telemetry.LineMetrics.Observe(() => InFlight, () => Quarantined);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CountAsync(stoppingToken);
            }
            catch (Exception exception) when (DatabaseOutage.IsBehind(exception))
            {
                LogBlind(exception.Message);
            }

            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The ledger cannot be counted ({Problem}); going on with the last count")]
    private partial void LogBlind(string problem);
}
