using System.Collections.Concurrent;
using Dateline.Contracts;
using Dateline.Testing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Messaging.Tests;

/// <summary>A process on the line whose consumers do what a test says.</summary>
internal sealed class Station : IAsyncDisposable
{
    private readonly IHost _host;

    private Station(IHost host) => _host = host;

    public IBus Bus => _host.Services.GetRequiredService<IBus>();

    public LineHealth Health => _host.Services.GetRequiredService<LineHealth>();

    public Work Work => _host.Services.GetRequiredService<Work>();

    /// <summary>Cancelled when the process wants to end.</summary>
    public CancellationToken Stopping => _host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    public static async Task<Station> StartAsync(string? rabbit, Action<LineBuilder> consumers, Func<int, Task>? parse = null, TimeProvider? time = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:RabbitMq", rabbit)]);
        builder.Services.AddLogging();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(new Work(parse ?? (_ => Task.CompletedTask)));
        builder.AddMessaging(consumers);
        var station = new Station(builder.Build());
        await station._host.StartAsync();
        await Eventually.TrueAsync(() => station.Health.Ready, TimeSpan.FromSeconds(60), station.Health.Describe);
        return station;
    }

    public static DocumentFetched Document(Guid id) => new()
    {
        Document = new DocumentRef { Id = id, ContentKey = "key", FetchedAt = DateTimeOffset.UnixEpoch, AcceptedAt = DateTimeOffset.UnixEpoch },
        Length = 1,
        Journey = Journey.Empty,
    };

    public async ValueTask DisposeAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _host.StopAsync(deadline.Token);
        _host.Dispose();
    }
}

/// <summary>What the consumers of a station do, and what came to them.</summary>
internal sealed class Work(Func<int, Task> parse)
{
    private int _tries;

    public int Tries => Volatile.Read(ref _tries);

    public ConcurrentQueue<Guid> Parsed { get; } = new();

    public ConcurrentQueue<(Guid Document, string Exception)> Faults { get; } = new();

    public ConcurrentQueue<string?> Traces { get; } = new();

    public async Task ParseAsync(Guid document)
    {
        Traces.Enqueue(System.Diagnostics.Activity.Current?.TraceId.ToString());
        await parse(Interlocked.Increment(ref _tries));
        Parsed.Enqueue(document);
    }
}

internal sealed class ParseDocumentConsumer(Work work) : IConsumer<DocumentFetched>
{
    public Task Consume(ConsumeContext<DocumentFetched> context) => work.ParseAsync(context.Message.Document.Id);
}

internal sealed class QuarantineFaultConsumer(Work work) : IConsumer<Fault<DocumentFetched>>
{
    public Task Consume(ConsumeContext<Fault<DocumentFetched>> context)
    {
        work.Faults.Enqueue((context.Message.Message.Document.Id, context.Message.Exceptions[0].ExceptionType));
        return Task.CompletedTask;
    }
}
