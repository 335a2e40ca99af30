namespace Dateline.Persistence;

/// <summary>
/// Lets one writer at a time into a SQLite file, in order of arrival. SQLite itself would make the others poll for
/// its lock in steps of 150 ms. On PostgreSQL everybody may pass.
/// </summary>
public sealed class WriteLane(DatabaseKind kind) : IDisposable
{
    private readonly SemaphoreSlim? gate = kind == DatabaseKind.Sqlite ? new SemaphoreSlim(1, 1) : null;

    public async ValueTask<Pass> EnterAsync(CancellationToken cancellationToken)
    {
        if (gate is not null)
            await gate.WaitAsync(cancellationToken);
        return new Pass(gate);
    }

    public void Dispose() => gate?.Dispose();

    /// <summary>The right to write, until disposed.</summary>
    public readonly struct Pass(SemaphoreSlim? gate) : IDisposable
    {
        public void Dispose() => gate?.Release();
    }
}
