namespace Dateline.Benchmarks;

/// <summary>The real line on one machine, as separate services and in one process: throughput, processor time, memory, latency at low load.</summary>
internal static class LineBenchmark
{
    private const int Articles = 2_000;

    /// <summary>Between the fresh and the warm run. Until about 4 000 articles the runtime still compiles: an article costs less with every hundred.</summary>
    private const int Between = 3_000;

    private const int Trickled = 150;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task<string> RunAsync()
    {
        string services;
        await using (var servers = await Servers.StartAsync())
            services = await MeasureAsync(await servers.LineAsync());
        var embedded = await MeasureAsync(await EmbeddedLine.StartAsync());
        return $"""
            # The line

            {Articles} articles of 2 000 to 4 000 characters, a quarter each as wire text, HTML, Markdown and JSON, posted to the API one file at a time by
            {MeasuredLine.Posters} callers. Every one was stored and the accounting was closed: the run fails otherwise. Broker, database and driver are on the same machine
            and share its {Environment.ProcessorCount} cores. Fresh are the first {Articles} articles of new processes, in which the runtime compiles most of the time; warm are as many
            after {Articles + Between}. Shares mean something anywhere, absolute figures belong to that one machine.

            ## Separate services over RabbitMQ and PostgreSQL

            {services}

            ## One process, messages in memory, SQLite

            {embedded}

            """;
    }

    private static async Task<string> MeasureAsync(MeasuredLine measured)
    {
        await using var line = measured;
        var fresh = await line.DriveAsync(Articles);
        await line.DriveAsync(Between);
        var warm = await line.DriveAsync(Articles);
        var rows = line.Processes.Select(name => $"| {name} | {Share(warm, name)} | {Figures.Text(warm.Cpu[name])} | {Figures.Text(fresh.Cpu[name])} | {Figures.Text(line.PeakMemory(name), "0")} |").ToList();
        var latencies = await line.TrickleAsync(Trickled, Pause);
        return $"""
            | process | share of CPU, warm | ms of CPU an article, warm | fresh | peak memory, MB |
            |---|---|---|---|---|
            {string.Join('\n', rows)}

            | | warm | fresh |
            |---|---|---|
            | articles/s, first post to last settled | {Figures.Text(warm.Rate, "0")} | {Figures.Text(fresh.Rate, "0")} |
            | ms of CPU an article, all processes above | {Figures.Text(warm.TotalCpu)} | {Figures.Text(fresh.TotalCpu)} |

            Accepted → queryable at low load ({Figures.Text(1 / Pause.TotalSeconds, "0")} a second for {Figures.Text(Trickled * Pause.TotalSeconds, "0")} s, warm): p50 {Figures.Text(Figures.Median(latencies), "0")} ms, p95 {Figures.Text(Figures.Percentile(latencies, 0.95), "0")} ms.
            """;
    }

    private static string Share(LoadRun run, string process) => $"{Figures.Text(100 * run.Cpu[process] / run.TotalCpu, "0")} %";
}
