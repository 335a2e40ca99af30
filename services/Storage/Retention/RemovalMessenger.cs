using Dateline.Messaging;
using Dateline.Persistence;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dateline.Storage.Retention;

/// <summary>Sends notices of removals from time to time, for as long as there is a line to send them on.</summary>
internal sealed partial class RemovalMessenger(RemovalNotices notices, TimeProvider time, ILogger<RemovalMessenger> logger, IBus? line = null) : BackgroundService
{
    /// <summary>Whoever asks for a takedown does not wait for it by the second.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (line is null)
            return; // a tool that uses the archive alone

        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await notices.SendAsync(line, stoppingToken);
            }
            catch (Exception exception) when (exception is PublishDeadlineException || DatabaseOutage.IsBehind(exception))
            {
                LogPostponed(exception.Message); // the notices are in the database: they wait there
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Notices of removals wait: {Reason}")]
    private partial void LogPostponed(string reason);
}
