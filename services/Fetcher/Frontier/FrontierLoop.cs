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

    /// <summary>For giving the host back after a visit that took all its time; less than the lease leaves.</summary>
    private static readonly TimeSpan TimeToLetGo = TimeSpan.FromSeconds(30);

    /// <summary>For giving hosts back when the process stops.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new HashSet<Task>();
        try
        {
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
        }
        finally
        {
            await Task.WhenAll(running);
        }
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
            var now = time.GetUtcNow().UtcDateTime;
            var due = await frontier.NextDueAsync(now + LongestSleep, cancellationToken) - now;
            return due is { } until ? TimeSpan.FromMilliseconds(Math.Clamp(until.TotalMilliseconds, 10, LongestSleep.TotalMilliseconds)) : LongestSleep;
        }
        catch (Exception exception) when (DatabaseOutage.IsBehind(exception))
        {
            return LongestSleep;
        }
    }

    /// <summary>One bad visit ends neither the others nor its host's turn.</summary>
    private async Task VisitAsync(Target target, CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var visiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        using var holding = new CancellationTokenSource(frontier.VisitTime + TimeToLetGo);
        using var stopping = stoppingToken.Register(() => holding.CancelAfter(TimeToStop));
        visiting.CancelAfter(frontier.VisitTime);
        try
        {
            await visit.RunAsync(target, visiting.Token);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await SetBackAsync(target, "stopped", "The fetcher was stopped during the visit.", counts: false, holding.Token);
        }
        catch (LineFullException full)
        {
            await SetBackAsync(target, "line-full", full.Message, counts: false, holding.Token);
        }
        catch (Exception exception) when (DatabaseOutage.IsBehind(exception))
        {
            LogOutage(exception.Message);
            await SetBackAsync(target, "database-outage", "The database could not be reached to keep what was fetched.", counts: false, holding.Token);
        }
        catch (Exception exception)
        {
            LogFailed(exception, target.Id);
            await SetBackAsync(target, "internal-error", $"The visit failed on our side with {exception.GetType().Name}; the log of this time has more.", counts: true, holding.Token);
        }

        signal.Set();
    }

    /// <summary>Tries while the host is ours; afterwards the target is claimed again anyway.</summary>
    private async Task SetBackAsync(Target target, string reason, string detail, bool counts, CancellationToken holding)
    {
        try
        {
            while (!await TrySetBackAsync(target, reason, detail, counts, holding))
                await Task.Delay(LongestSleep, time, holding);
        }
        catch (OperationCanceledException)
        {
            // The lease runs out.
        }
        catch (Exception exception)
        {
            LogFailed(exception, target.Id);
        }
    }

    private async Task<bool> TrySetBackAsync(Target target, string reason, string detail, bool counts, CancellationToken cancellationToken)
    {
        try
        {
            await frontier.SetBackAsync(target, reason, detail, counts, cancellationToken);
            return true;
        }
        catch (Exception exception) when (DatabaseOutage.IsBehind(exception))
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The frontier cannot be read or written ({Problem}); trying again")]
    private partial void LogOutage(string problem);

    [LoggerMessage(LogLevel.Error, "The visit of target {TargetId} failed")]
    private partial void LogFailed(Exception exception, Guid targetId);
}
