using Dateline.Dashboard.Clients;
using Microsoft.AspNetCore.Components;

namespace Dateline.Dashboard.Components;

/// <summary>A page whose content comes from a service: it stops asking when it is left, and keeps what went wrong for the reader.</summary>
public abstract class LoadingPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Left => leaving.Token;

    /// <summary>What the last attempt failed with; null when it succeeded.</summary>
    protected Problem? Problem { get; set; }

    /// <summary>Runs a request; false when it failed, and then <see cref="Problem"/> says why.</summary>
    protected async Task<bool> TryAsync(Func<CancellationToken, Task> request)
    {
        try
        {
            await request(Left);
            Problem = null;
            return true;
        }
        catch (RestException exception)
        {
            Problem = exception.Problem;
            return false;
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
        GC.SuppressFinalize(this);
    }
}
