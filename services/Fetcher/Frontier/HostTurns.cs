using Dateline.Fetcher.Data;
using Dateline.Fetcher.Http;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Frontier;

/// <summary>Lets somebody who waits for an answer ask a host in its own budget: never beside another request, never before the pause is over.</summary>
public sealed class HostTurns(Database<IntakeDb> database, IOptions<PolitenessOptions> politeness, TimeProvider time)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>People wait that long for a page; beyond it they would try again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>False: the host is busy for longer than anybody waits.</summary>
    public async Task<bool> TakeAsync(string host, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Patience;
        while (!await TryTakeAsync(host, cancellationToken))
        {
            if (time.GetUtcNow() >= until)
                return false;
            await Task.Delay(Look, time, cancellationToken);
        }

        return true;
    }

    /// <param name="result">Null: nobody was asked after all.</param>
    public Task EndAsync(string host, FetchResult? result, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return database.WriteAsync((db, token) => result is null
            ? FrontierQueue.PassTurnAsync(db, host, token)
            : FrontierQueue.ReleaseHostAsync(db, host, now + politeness.Value.PauseAfter(host, result), result.Status, result.Status is 429 or 503, now, token), cancellationToken);
    }

    private Task<bool> TryTakeAsync(string host, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        DateTime? until = now + Lease;
        return database.WriteAsync(async (db, token) =>
        {
            await FrontierQueue.AddHostsAsync(db, [host], now, token);
            return await db.Hosts.Where(row => row.Name == host && row.NextAt <= now && (row.LeasedUntil == null || row.LeasedUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until), token) == 1;
        }, cancellationToken);
    }
}
