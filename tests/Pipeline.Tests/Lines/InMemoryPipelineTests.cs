using Dateline.Testing;

namespace Dateline.Pipeline.Tests.Lines;

/// <summary>The embedded default: all roles in one process, messages in memory, SQLite files.</summary>
public sealed class InMemoryPipelineTests : PipelineSuite, IDisposable
{
    /// <summary>All that moves documents; the pages have tests of their own.</summary>
    private static readonly string[] Everything = ["fetcher", "parser", "enricher", "storage"];

    private readonly ScratchFolder _folder = new("line");

    protected override Task<Line> StartAsync(Dictionary<string, string?>? settings = null) =>
        Line.StartAsync(Settings(settings), Everything);

    protected override Task<Line> StartFetcherAsync(Dictionary<string, string?> settings) => Line.StartAsync(Settings(settings), ["fetcher"]);

    /// <summary>Messages in memory stay in their process: the rest comes with a process that has all roles.</summary>
    protected override Task StartRestAsync(Line line) => line.RestartAsync(Everything);

    private Dictionary<string, string?> Settings(Dictionary<string, string?>? settings) => new(settings ?? []) { ["DataFolder"] = _folder.Path };

    public void Dispose() => _folder.Dispose();
}
