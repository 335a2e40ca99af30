namespace Dateline.Dashboard.Components;

/// <summary>Tells the times on a page that time has passed, so that "2 min ago" does not stay so.</summary>
public sealed class Ticker(TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    private ITimer? timer;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Raised on a pool thread.</summary>
    public event Action? Ticked;

    /// <summary>Begins to tick; before a page is interactive nobody would hear it.</summary>
    public void Start() => timer ??= time.CreateTimer(_ => Ticked?.Invoke(), null, Pace, Pace);

    public ValueTask DisposeAsync() => timer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
