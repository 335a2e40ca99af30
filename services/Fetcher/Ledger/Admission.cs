using Dateline.Fetcher.Data;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Ledger;

/// <summary>
/// Keeps the line from growing without bound: the API answers 503, inbox and pollers wait. It looks at the ledger twice a second
/// and counts in between what this process accepts.
/// </summary>
public sealed partial class Admission(Database<IntakeDb> database, IOptions<LedgerOptions> options, TimeProvider time, ILogger<Admission> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private long inFlight;
    private long quarantined;

    public long InFlight => Interlocked.Read(ref inFlight);

    public long Quarantined => Interlocked.Read(ref quarantined);

    public bool Open => InFlight < options.Value.MaxInFlight;

    /// <summary>Takes room for documents that are about to be accepted.</summary>
    /// <exception cref="LineFullException">There is none.</exception>
    public void Enter(int documents)
    {
        if (!Open)
            throw new LineFullException(options.Value.MaxInFlight);
        Interlocked.Add(ref inFlight, documents);
    }

    /// <summary>Waits for room, for callers that can: the inbox, the pollers.</summary>
    public async Task WaitUntilOpenAsync(CancellationToken cancellationToken)
    {
        while (!Open)
            await Task.Delay(Interval, time, cancellationToken);
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

    private Task CountAsync(CancellationToken cancellationToken) => database.ReadAsync(async (db, token) =>
    {
        Interlocked.Exchange(ref inFlight, await db.Documents.LongCountAsync(row => row.Fate == null, token));
        Interlocked.Exchange(ref quarantined, await db.Tallies.Where(row => row.Name == Fate.Quarantined).Select(row => row.Count).SingleAsync(token));
        return true;
    }, cancellationToken);

    [LoggerMessage(LogLevel.Warning, "The ledger cannot be counted ({Problem}); going on with the last count")]
    private partial void LogBlind(string problem);
}
