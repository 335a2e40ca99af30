using Dateline.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dateline.Storage.Retention;

/// <summary>Applies the retention rules from time to time. Several replicas may: what one removed the others do not find.</summary>
internal sealed partial class RetentionSweep(RetentionRules rules, TimeProvider time, ILogger<RetentionSweep> logger) : BackgroundService
{
    /// <summary>Rules count in days; half an hour more or less is nothing.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await rules.ApplyAsync(stoppingToken) is > 0 and var removed)
                    LogRemoved(removed);
            }
            catch (Exception exception) when (DatabaseOutage.IsBehind(exception))
            {
                LogPostponed(exception.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Retention removed {Articles} articles")]
    private partial void LogRemoved(int articles);

    [LoggerMessage(LogLevel.Warning, "Retention waits for its next turn, the database is away: {Problem}")]
    private partial void LogPostponed(string problem);
}
