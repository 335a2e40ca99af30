using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dateline.Messaging;

/// <summary>
/// Ends the process when an endpoint has lost its consumer for good. After rotated credentials the receive loop of
/// a reconnecting endpoint ends and never comes back while the process lives; a restart cures it.
/// </summary>
internal sealed partial class ConsumerWatchdog(
    LineTransport transport, LineHealth health, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ConsumerWatchdog> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (transport.InMemory)
            return;

        var deadSince = (DateTimeOffset?)null;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken);
            // While the broker itself is away there is nothing to cure by a restart.
            deadSince = health.Ready || !await BrokerAnswersAsync(stoppingToken) ? null : deadSince ?? time.GetUtcNow();
            if (time.GetUtcNow() - deadSince > Patience)
            {
                LogDead(health.Describe());
                Environment.ExitCode = 1;
                lifetime.StopApplication();
                return;
            }
        }
    }

    private async Task<bool> BrokerAnswersAsync(CancellationToken cancellationToken)
    {
        var address = new Uri(transport.RabbitMqConnectionString!);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port > 0 ? address.Port : 5672, cancellationToken).AsTask()
                .WaitAsync(TimeSpan.FromSeconds(3), cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or TimeoutException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Critical, "The broker answers, and the line has been without its consumers for five minutes ({Health}); leaving, so that a fresh process takes over")]
    private partial void LogDead(string health);
}
