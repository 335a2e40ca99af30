using System.Collections.Concurrent;
using System.Diagnostics;
using Dateline.Contracts;
using Dateline.Fetcher.Quarantine;
using Dateline.Messaging;
using Dateline.Persistence;
using Dateline.Telemetry;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Ledger;

/// <summary>
/// Sends what the ledger owes to the line: fresh documents at once, and again those that nothing was heard of. It is the only
/// publisher of <see cref="DocumentFetched"/>, so no caller ever waits for the broker.
/// </summary>
public sealed partial class Dispatcher(
    Outbox outbox,
    QuarantineWard ward,
    DispatchSignal signal,
    LineTransport transport,
    LineHealth health,
    IBus bus,
    IOptions<LedgerOptions> options,
    TimeProvider time,
    ILogger<Dispatcher> logger) : BackgroundService
{
    /// <summary>Awaited one at a time the broker confirms 230 to 590 messages a second, with a window of 64 over 6 000.</summary>
    private const int Window = 64;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (transport.InMemory)
            await UntilItWorksAsync(outbox.ReclaimAsync, stoppingToken);

        while (!stoppingToken.IsCancellationRequested)
        {
            await health.WaitUntilReadyAsync(stoppingToken);
            var sent = 0;
            await UntilItWorksAsync(async token => sent = await SendDueAsync(token), stoppingToken);
            if (sent == 0)
                await signal.WaitAsync(options.Value.SweepEvery, stoppingToken);
        }
    }

    private async Task UntilItWorksAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await work(cancellationToken);
                return;
            }
            catch (Exception exception) when (FaultClassification.Of(exception) == FaultKind.Outage)
            {
                LogOutage(exception.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            }
        }
    }

    private async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var claimed = await outbox.ClaimAsync(cancellationToken);
        var unanswered = claimed.Where(entry => entry.Sends >= options.Value.MaxSends).ToList();
        foreach (var entry in unanswered)
            await ward.GiveUpAsync(entry, cancellationToken);

        var failed = new ConcurrentBag<Guid>();
        var failure = (Exception?)null;
        await Parallel.ForEachAsync(claimed.Except(unanswered), new ParallelOptions { MaxDegreeOfParallelism = Window, CancellationToken = cancellationToken }, async (entry, token) =>
        {
            try
            {
                await SendAsync(entry, token);
            }
            catch (Exception exception) when (!token.IsCancellationRequested)
            {
                failed.Add(entry.Id);
                failure = exception;
            }
        });

        if (!failed.IsEmpty)
        {
            LogNotSent(failed.Count, failure!.Message);
            await outbox.ReleaseAsync(failed, cancellationToken);
        }

        return claimed.Count - failed.Count;
    }

    private async Task SendAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        using var activity = ActivitySources.Fetcher.StartActivity("dispatch document", ActivityKind.Internal, entry.TraceParent);
        activity?.SetTag("dateline.document.id", entry.Id);
        var clock = new StageClock(Stage.Dispatch, FetcherVersion.Current, time).Start();
        var journey = clock.Finish(LedgerJson.Read<Journey>(entry.Journey), entry.Sends == 0 ? null : $"sent again, for time {entry.Sends + 1}");
        await bus.PublishWithDeadlineAsync(Outbox.ToMessage(entry, journey), cancellationToken);
        clock.CountPassed();
    }

    [LoggerMessage(LogLevel.Warning, "Nothing can be sent at the moment: {Problem}")]
    private partial void LogOutage(string problem);

    [LoggerMessage(LogLevel.Warning, "{Count} documents could not be handed to the line and stay in the ledger: {Problem}")]
    private partial void LogNotSent(int count, string problem);
}
