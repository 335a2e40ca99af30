using Dateline.Fetcher.Ledger;
using Dateline.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Frontier;

/// <summary>Visits due targets, many hosts at a time and each host one at a time, while the line takes more.</summary>
public sealed partial class FrontierLoop(
    FrontierQueue frontier, TargetVisit visit, FrontierSignal signal, Admission admission, IOptions<PolitenessOptions> options, TimeProvider time, ILogger<FrontierLoop> logger)
    : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new HashSet<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            await admission.WaitUntilOpenAsync(stoppingToken);
            running.RemoveWhere(task => task.IsCompleted);
            var room = options.Value.HostsAtOnce - running.Count;
            var claimed = room > 0 ? await ClaimAsync(room, stoppingToken) : [];
            foreach (var target in claimed)
                running.Add(VisitAsync(target, stoppingToken));

            if (claimed.Count == 0)
                await signal.WaitAsync(await SleepAsync(stoppingToken), stoppingToken);
        }

        await Task.WhenAll(running);
    }

    private async Task<IReadOnlyList<Target>> ClaimAsync(int hosts, CancellationToken cancellationToken)
    {
        try
        {
            return await frontier.ClaimAsync(hosts, cancellationToken);
        }
        catch (Exception exception) when (DatabaseOutage.IsBehind(exception))
        {
            LogOutage(exception.Message);
            return [];
        }
    }

    /// <summary>Until the next target is due, but never long: other replicas add targets too.</summary>
    private async Task<TimeSpan> SleepAsync(CancellationToken cancellationToken)
    {
        try
        {
            var due = await frontier.NextDueAsync(cancellationToken) - time.GetUtcNow().UtcDateTime;
            return due is { } until ? TimeSpan.FromMilliseconds(Math.Clamp(until.TotalMilliseconds, 10, LongestSleep.TotalMilliseconds)) : LongestSleep;
        }
        catch (Exception exception) when (DatabaseOutage.IsBehind(exception))
        {
            return LongestSleep;
        }
    }

    private async Task VisitAsync(Target target, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            await visit.RunAsync(target, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The lease runs out and the target is visited again.
        }
        catch (Exception exception)
        {
            // One bad visit must not end the others; the lease runs out and it is tried again.
            LogFailed(exception, target.Id);
        }

        signal.Set();
    }

    [LoggerMessage(LogLevel.Warning, "The frontier cannot be read ({Problem}); trying again")]
    private partial void LogOutage(string problem);

    [LoggerMessage(LogLevel.Error, "The visit of target {TargetId} failed")]
    private partial void LogFailed(Exception exception, Guid targetId);
}
