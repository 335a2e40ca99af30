namespace Dateline.Persistence;

/// <summary>The right to use a database, until disposed.</summary>
public readonly struct LanePass(SemaphoreSlim? gate) : IDisposable
{
    public void Dispose() => gate?.Release();
}
