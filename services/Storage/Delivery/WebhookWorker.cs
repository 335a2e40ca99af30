using Dateline.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Storage.Delivery;

/// <summary>Keeps webhooks told.</summary>
public sealed partial class WebhookWorker(
    WebhookOutbox outbox, WebhookSender sender, IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await RunOnceAsync(stoppingToken))
                await Task.Delay(options.Value.Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>True when there is more to do at once.</summary>
    private async Task<bool> RunOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            var more = await outbox.FillAsync(stoppingToken);
            return await sender.SendAsync(stoppingToken) || more;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception) when (DatabaseOutage.IsBehind(exception))
        {
            LogOutage(exception.Message); // the outbox is in the database: it waits there
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Webhooks wait for the database: {Reason}")]
    private partial void LogOutage(string reason);
}
