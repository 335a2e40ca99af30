namespace Dateline.Persistence;

/// <summary>
/// Lets a few questions at a time into a database, in order of arrival. More of them only make each other slow: fifty readers on two
/// cores, each with a server process of its own, got 11 answers a second from PostgreSQL with a million articles, and left the writer a tenth of its speed.
/// </summary>
public sealed class ReadLane(int places) : IDisposable
{
    private readonly SemaphoreSlim gate = new(places, places);

    public async ValueTask<LanePass> EnterAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        return new LanePass(gate);
    }

    public void Dispose() => gate.Dispose();
}
