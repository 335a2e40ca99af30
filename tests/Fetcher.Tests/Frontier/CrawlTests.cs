using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Frontier;

/// <summary>What tests of the frontier stand on: the simulated web, and a crawler with a clock that the test moves.</summary>
public abstract class CrawlTests(SimulatedWeb web) : IClassFixture<SimulatedWeb>, IDisposable
{
    protected static readonly CancellationToken None = CancellationToken.None;

    private readonly ScratchFolder folder = new("frontier");

    protected SimulatedWeb Web { get; } = web;

    protected Dictionary<string, string?> Database => new() { ["DataFolder"] = folder.Path };

    /// <param name="hosts">Sites that the test sets up only after the crawler exists.</param>
    protected async Task<Crawler> OpenAsync(params string[] hosts)
    {
        foreach (var host in hosts)
            Web.Site(host);
        return await Crawler.OpenAsync(Web, Database);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
