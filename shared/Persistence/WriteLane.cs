namespace Dateline.Persistence;

/// <summary>
/// Lets one writer at a time into a SQLite file, in order of arrival. SQLite itself would make the others poll for
/// its lock in steps of 150 ms. On PostgreSQL everybody may pass.
/// </summary>
public sealed class WriteLane(DatabaseKind kind) : IDisposable
{
    private readonly SemaphoreSlim? gate = kind == DatabaseKind.Sqlite ? new SemaphoreSlim(1, 1) : null;

    public async ValueTask<LanePass> EnterAsync(CancellationToken cancellationToken)
    {
        if (gate is not null)
            await gate.WaitAsync(cancellationToken);
        return new LanePass(gate);
    }

    public void Dispose() => gate?.Dispose();
}
