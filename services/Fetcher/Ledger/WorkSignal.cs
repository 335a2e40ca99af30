namespace Dateline.Fetcher.Ledger;

/// <summary>Wakes a loop that looks for work in a table when there may be some.</summary>
public abstract class WorkSignal
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Set()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is set already.
        }
    }

    /// <summary>Until set, or until the time is over: replicas do not hear each other.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => signal.WaitAsync(atMost, cancellationToken);
}
