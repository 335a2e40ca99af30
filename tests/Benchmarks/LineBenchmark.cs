using System.Diagnostics;
using Dateline.Contracts;
using Dateline.Fetcher.Ledger;
using Dateline.Pipeline.Tests.Fleets;
using Dateline.Pipeline.Tests.Lines;
using Dateline.Testing;

namespace Dateline.Benchmarks;

/// <summary>The real services over RabbitMQ and PostgreSQL on one machine: throughput, processor time, memory, latency at low load.</summary>
internal static class LineBenchmark
{
    private const int Articles = 2_000;
    private const int TracedArticles = 1_000;
    private static readonly string[] Services = ["fetcher", "parser", "enricher", "storage"];

    public static async Task<string> RunAsync()
    {
        await using var servers = await Servers.StartAsync();
        await using var fleet = await servers.FleetAsync([]);
        await DriveAsync(fleet, 0, 200); // warm
        var run = await DriveAsync(fleet, 200, Articles);
        var latencies = await TrickleAsync(fleet, 200 + Articles, 100);
        var pipeline = await fleet.GetAsync<PipelineView>("/v1/pipeline");
        return $"""
            # The line over RabbitMQ and PostgreSQL

            {Articles} wire-like texts of about 700 bytes to the API, one process of each service, broker, database and driver on the same 2 cores. The accounting
            {(pipeline.Balanced && pipeline.InFlight == 0 ? "was closed" : "WAS NOT CLOSED")} at the end. Absolute figures belong to that machine.

            {Figures.Text(run.Rate, "0")} articles/s from the first post to the last settled. At low load (4 a second) accepted → queryable p50 {Figures.Text(Figures.Median(latencies), "0")} ms, p95 {Figures.Text(Figures.Percentile(latencies, 0.95), "0")} ms.

            | service | ms of CPU an article | share | peak memory, MB |
            |---|---|---|---|
            {string.Join('\n', Services.Select(name => $"| {name} | {Figures.Text(run.Cpu[name])} | {Figures.Text(100 * run.Cpu[name] / run.Cpu.Values.Sum(), "0")} % | {PeakMegabytes(fleet[name].Id)} |"))}

            """;
    }

    public static async Task<string> RunTracingAsync()
    {
        await using var servers = await Servers.StartAsync();
        await using var receiver = new OtlpReceiver();
        await receiver.InitializeAsync();
        var kinds = new (string Name, Dictionary<string, string> Environment)[]
        {
            ("off", new() { ["Telemetry:Tracing"] = "false" }),
            ("on, not exported", []),
            ("on, exported by OTLP", new(receiver.Environment)),
        };
        var costs = kinds.ToDictionary(kind => kind.Name, _ => new List<Run>());
        for (var round = 0; round < 3; round++)
        {
            foreach (var (name, environment) in kinds)
            {
                await using var fleet = await servers.FleetAsync(environment);
                await DriveAsync(fleet, 0, 200);
                costs[name].Add(await DriveAsync(fleet, 200, TracedArticles));
            }
        }

        var baseline = Figures.Median(costs["off"].Select(run => run.Cpu.Values.Sum()));
        return $"""
            # What tracing costs

            The line as in `line.md`, {TracedArticles} articles, three rounds in turn, medians.

            | tracing | CPU against off | ms of CPU an article | articles/s |
            |---|---|---|---|
            {string.Join('\n', costs.Select(cost => $"| {cost.Key} | {Figures.Text(Figures.Median(cost.Value.Select(run => run.Cpu.Values.Sum())) / baseline)} | {Figures.Text(Figures.Median(cost.Value.Select(run => run.Cpu.Values.Sum())))} | {Figures.Text(Figures.Median(cost.Value.Select(run => run.Rate)), "0")} |"))}

            """;
    }

    private static async Task<Run> DriveAsync(Fleet fleet, int from, int count)
    {
        var before = Services.ToDictionary(name => name, name => Cpu(fleet[name].Id));
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(from, count), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, token) =>
            await fleet.PostAsync($"b{i}", $"{i}.txt", Texts.Plain(10_000 + i), null, token));
        await Eventually.TrueAsync(async () => (await fleet.GetAsync<PipelineView>("/v1/pipeline")).InFlight == 0, TimeSpan.FromMinutes(5), () => "not settled");
        var rate = count / watch.Elapsed.TotalSeconds;
        return new Run(rate, Services.ToDictionary(name => name, name => (Cpu(fleet[name].Id) - before[name]).TotalMilliseconds / count));
    }

    private static async Task<List<double>> TrickleAsync(Fleet fleet, int from, int count)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await fleet.PostAsync($"t{from + i}", "t.txt", Texts.Plain(100_000 + from + i), null, CancellationToken.None));
            await Task.Delay(250);
        }

        var latencies = new List<double>();
        foreach (var id in ids)
        {
            var document = await fleet.SettledAsync(id, TimeSpan.FromMinutes(1));
            var store = document.Hops.Single(hop => hop.Stage == Stage.Store);
            latencies.Add((store.StartedAt - document.AcceptedAt).TotalMilliseconds + store.DurationMs);
        }

        return latencies;
    }

    private static TimeSpan Cpu(int id) => Process.GetProcessById(id).TotalProcessorTime;

    private static string PeakMegabytes(int id)
    {
        var line = File.ReadLines($"/proc/{id}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return Figures.Text(int.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) / 1024.0, "0");
    }

    private sealed record Run(double Rate, Dictionary<string, double> Cpu);

    /// <summary>One broker and one database for all runs.</summary>
    private sealed class Servers : IAsyncDisposable
    {
        private readonly RabbitMqFixture _rabbit = new();
        private readonly PostgresFixture _postgres = new();

        public static async Task<Servers> StartAsync()
        {
            var servers = new Servers();
            await servers._rabbit.InitializeAsync();
            await servers._postgres.InitializeAsync();
            return servers;
        }

        public async Task<Fleet> FleetAsync(Dictionary<string, string> environment)
        {
            var fleet = new Fleet(await _rabbit.CreateVirtualHostAsync(), await _postgres.CreateDatabaseAsync(), environment);
            await fleet.StartAsync(Services);
            return fleet;
        }

        public async ValueTask DisposeAsync()
        {
            await _rabbit.DisposeAsync();
            await _postgres.DisposeAsync();
        }
    }
}
