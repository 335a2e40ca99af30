namespace Dateline.Benchmarks;

/// <summary>The real line on one machine, as separate services and in one process: throughput, processor time, memory, latency at low load.</summary>
internal static class LineBenchmark
{
    private const int Warm = 400;
    private const int Articles = 2_000;
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

            {Articles} articles of 2 000 to 4 000 characters, a quarter each as wire text, HTML, Markdown and JSON, posted to the API by {MeasuredLine.Posters} callers after
            {Warm} that warm up. Every one of them was stored and the accounting was closed: the run fails otherwise. Broker, database and driver are on the same
            machine and share its {Environment.ProcessorCount} cores. Shares mean something anywhere, absolute figures belong to that one machine.

            ## Separate services over RabbitMQ and PostgreSQL

            {services}

            ## One process, messages in memory, SQLite

            {embedded}

            """;
    }

    private static async Task<string> MeasureAsync(MeasuredLine measured)
    {
        await using var line = measured;
        await line.DriveAsync(Warm);
        var run = await line.DriveAsync(Articles);
        // Before the trickle, so that it is the peak under load.
        var rows = line.Processes.Select(name =>
            $"| {name} | {Figures.Text(100 * run.Cpu[name] / run.TotalCpu, "0")} % | {Figures.Text(run.Cpu[name])} | {Figures.Text(line.PeakMemory(name), "0")} |").ToList();
        var latencies = await line.TrickleAsync(Trickled, Pause);
        return $"""
            | process | share of CPU | ms of CPU an article | peak memory, MB |
            |---|---|---|---|
            {string.Join('\n', rows)}

            {Figures.Text(run.Rate, "0")} articles/s from the first post to the last settled, {Figures.Text(run.TotalCpu)} ms of CPU an article. At low load ({Figures.Text(1 / Pause.TotalSeconds, "0")} a second for
            {Figures.Text(Trickled * Pause.TotalSeconds, "0")} s) accepted → queryable p50 {Figures.Text(Figures.Median(latencies), "0")} ms, p95 {Figures.Text(Figures.Percentile(latencies, 0.95), "0")} ms.
            """;
    }
}
