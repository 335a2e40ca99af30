using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dateline.Hosting;

/// <summary>
/// Ends the process when stopping takes too long. The in-memory transport drains everything it holds and heeds no timeout; the
/// ledger makes leaving safe at any moment.
/// </summary>
public sealed partial class ShutdownDeadline(IHostApplicationLifetime lifetime, ILogger<ShutdownDeadline> logger) : IHostedService, IDisposable
{
    /// <summary>For the host to stop in order: longer than the bus (10 s), shorter than the orchestrator's grace (30 s is usual).</summary>
    public static readonly TimeSpan Graceful = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Final = TimeSpan.FromSeconds(15);

    private Timer? timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() => timer = new Timer(_ => Leave(), null, Final, Timeout.InfiniteTimeSpan));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => timer?.Dispose();

    private void Leave()
    {
        LogLeaving(Final.TotalSeconds);
        Environment.Exit(Environment.ExitCode);
    }

    [LoggerMessage(LogLevel.Warning, "Still not stopped after {Seconds} s; leaving. What is in flight is in the ledger and will be sent again")]
    private partial void LogLeaving(double seconds);
}
