using Dateline.Testing;

namespace Dateline.Benchmarks;

/// <summary>
/// What tracing costs. The three kinds of line run side by side and take turns, each round in another order, so that neither a cold
/// process nor a busy minute of the machine falls on one kind alone.
/// </summary>
internal static class TracingBenchmark
{
    /// <summary>Until about 4 000 articles the runtime still compiles, which costs several times what tracing does.</summary>
    private const int Warm = 5_000;

    private const int Articles = 1_000;
    private const int Rounds = 9;
    private const string Off = "off";

    /// <summary>Longer than the exporter's delay below.</summary>
    private static readonly TimeSpan Tail = TimeSpan.FromSeconds(2);

    public static async Task<string> RunAsync()
    {
        await using var servers = await Servers.StartAsync();
        await using var receiver = new OtlpReceiver();
        await receiver.InitializeAsync();
        var exported = new Dictionary<string, string>(receiver.Environment) { ["OTEL_BSP_SCHEDULE_DELAY"] = "1000" };
        await using var off = await servers.LineAsync(new Dictionary<string, string> { ["Telemetry:Tracing"] = "false" });
        await using var kept = await servers.LineAsync();
        await using var sent = await servers.LineAsync(exported);
        (string Name, MeasuredLine Line)[] kinds = [(Off, off), ("on, not exported", kept), ("on, exported by OTLP", sent)];
        foreach (var (_, line) in kinds)
            await line.DriveAsync(Warm);

        var rounds = new List<Dictionary<string, LoadRun>>();
        for (var round = 0; round < Rounds; round++)
        {
            var runs = new Dictionary<string, LoadRun>();
            for (var turn = 0; turn < kinds.Length; turn++)
            {
                var (name, line) = kinds[(round + turn) % kinds.Length];
                receiver.Clear();
                runs[name] = await line.DriveAsync(Articles, Tail);
                if (name == kinds[2].Name && receiver.Spans.Count == 0)
                    throw new InvalidOperationException("Nothing was exported: the figure would be of something else.");
            }

            rounds.Add(runs);
        }

        return $"""
            # What tracing costs

            The separate services of `line.md`, three lines side by side that take turns in changing order: {Articles} articles each in {Rounds} rounds after
            {Warm} that warm up. Medians of the ratios within a round, their range in brackets. The receiver of the exported spans runs on the same {Environment.ProcessorCount} cores; that costs throughput, not the
            services' processor time. Export sends metrics and logs as well.

            | tracing | CPU against off | articles/s against off | ms of CPU an article | articles/s |
            |---|---|---|---|---|
            {string.Join('\n', kinds.Select(kind => Row(kind.Name, rounds)))}

            """;
    }

    private static string Row(string name, List<Dictionary<string, LoadRun>> rounds) =>
        $"| {name} | {Figures.Ratios(rounds.Select(runs => runs[name].TotalCpu / runs[Off].TotalCpu))} | {Figures.Ratios(rounds.Select(runs => runs[name].Rate / runs[Off].Rate))} "
        + $"| {Figures.Text(Figures.Median(rounds.Select(runs => runs[name].TotalCpu)))} | {Figures.Text(Figures.Median(rounds.Select(runs => runs[name].Rate)), "0")} |";
}
