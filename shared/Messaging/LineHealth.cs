using MassTransit;

namespace Dateline.Messaging;

/// <summary>Says whether the line can take messages: the bus is connected and each of its endpoints has its consumer.</summary>
public sealed class LineHealth(IBusControl bus)
{
    public bool Ready => bus.CheckHealth().Status == BusHealthStatus.Healthy;

    public string Describe() => bus.CheckHealth().Description;

    /// <summary>Waits until endpoints are connected: the in-memory transport drops what comes before.</summary>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        while (!Ready)
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
    }
}
