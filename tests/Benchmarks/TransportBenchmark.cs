using System.Diagnostics;
using Dateline.Contracts;
using Dateline.Messaging;
using Dateline.Testing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Benchmarks;

/// <summary>
/// What the line's own configuration (retries, deadlines, mandatory routing, declared queues) costs over a bare MassTransit pipeline
/// with the same prefetch, concurrency and quorum queues: processor time of four hops with empty stages.
/// </summary>
internal static class TransportBenchmark
{
    private const int WarmRounds = 4;
    private const int Rounds = 12;
    private const int Prefetch = 64;
    private const int Window = 64;

    public static async Task<string> RunAsync()
    {
        await using var rabbit = new RabbitMqFixture();
        await rabbit.InitializeAsync();
        var rows = new List<string>();
        foreach (var (transport, messages) in new[] { ("in memory", 8_000), ("RabbitMQ", 3_000) })
        {
            var broker = transport == "RabbitMQ";
            await using var bare = await Pipeline.StartAsync(builder => AddBare(builder, broker ? rabbit : null), broker ? await rabbit.CreateVirtualHostAsync() : null);
            await using var line = await Pipeline.StartAsync(AddLine, broker ? await rabbit.CreateVirtualHostAsync() : null);
            var costs = new List<(double Bare, double Line)>();
            for (var round = 0; round < WarmRounds + Rounds; round++)
            {
                // Each goes first in every other round: the first one pays for a heap that the second finds grown.
                var early = round % 2 == 0 ? await RunLineAsync(line, messages) : 0;
                var bareCost = await bare.RunAsync(messages, (bus, message) => bus.Publish(message));
                var lineCost = round % 2 == 0 ? early : await RunLineAsync(line, messages);
                if (round >= WarmRounds)
                    costs.Add((bareCost, lineCost));
            }

            rows.Add($"| {transport} | {Figures.Ratios(costs.Select(cost => cost.Line / cost.Bare))} | {Figures.Text(Figures.Median(costs.Select(cost => cost.Line)))} | {Figures.Text(Figures.Median(costs.Select(cost => cost.Bare)))} | {messages} |");
        }

        return $"""
            # Transport: the line against a bare MassTransit pipeline

            Four hops with empty stages, 2.5 KB messages, quorum queues with confirms on RabbitMQ. Processor time of the client process for each message through
            all hops; medians of {Rounds} rounds, taken in turn in one run, with the range of the ratios in brackets. Only the ratio means anything on another machine.

            | transport | line : bare | line, ms of CPU | bare, ms of CPU | messages a round |
            |---|---|---|---|---|
            {string.Join('\n', rows)}

            """;
    }

    private static Task<double> RunLineAsync(Pipeline line, int messages) =>
        line.RunAsync(messages, (bus, message) => bus.PublishWithDeadlineAsync(message, CancellationToken.None));

    private static void AddLine(IHostApplicationBuilder builder) => builder.AddMessaging(line =>
    {
        line.Consume<ParseEmptyConsumer>(Prefetch);
        line.Consume<EnrichEmptyConsumer>(Prefetch);
        line.Consume<StoreEmptyConsumer>(Prefetch);
        line.Consume<CountConsumer>(Prefetch);
    });

    private static void AddBare(IHostApplicationBuilder builder, RabbitMqFixture? rabbit) => builder.Services.AddMassTransit(bus =>
    {
        bus.DisableUsageTelemetry();
        bus.SetKebabCaseEndpointNameFormatter();
        bus.AddConsumer<ParseBareConsumer>();
        bus.AddConsumer<EnrichBareConsumer>();
        bus.AddConsumer<StoreBareConsumer>();
        bus.AddConsumer<CountConsumer>();
        bus.AddConfigureEndpointsCallback((_, _, endpoint) =>
        {
            endpoint.PrefetchCount = Prefetch;
            endpoint.ConcurrentMessageLimit = Prefetch;
            (endpoint as IRabbitMqReceiveEndpointConfigurator)?.SetQuorumQueue();
        });
        if (rabbit is null)
            bus.UsingInMemory((context, configurator) => configurator.ConfigureEndpoints(context));
        else
            bus.UsingRabbitMq((context, configurator) =>
            {
                configurator.Host(new Uri(builder.Configuration.GetConnectionString("RabbitMq")!));
                configurator.ConfigureEndpoints(context);
            });
    });

    /// <summary>A running pipeline and what it counts.</summary>
    private sealed class Pipeline(IHost host, Counter counter) : IAsyncDisposable
    {
        public static async Task<Pipeline> StartAsync(Action<IHostApplicationBuilder> add, string? rabbit)
        {
            var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
            builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:RabbitMq", rabbit)]);
            builder.Services.AddLogging();
            builder.Services.AddSingleton(TimeProvider.System);
            var counter = new Counter();
            builder.Services.AddSingleton(counter);
            add(builder);
            var host = builder.Build();
            await host.StartAsync();
            var bus = host.Services.GetRequiredService<IBusControl>();
            await Eventually.TrueAsync(() => bus.CheckHealth().Status == BusHealthStatus.Healthy, TimeSpan.FromSeconds(60), () => bus.CheckHealth().Description);
            return new Pipeline(host, counter);
        }

        /// <summary>Milliseconds of processor time for each message.</summary>
        public async Task<double> RunAsync(int messages, Func<IBus, DocumentFetched, Task> publish)
        {
            var bus = host.Services.GetRequiredService<IBus>();
            var done = counter.Expect(messages);
            GC.Collect();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            await Parallel.ForEachAsync(Enumerable.Range(0, messages), new ParallelOptions { MaxDegreeOfParallelism = Window }, async (_, _) => await publish(bus, Messages.Fetched));
            await done.WaitAsync(TimeSpan.FromMinutes(3));
            return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / messages;
        }

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }
}
