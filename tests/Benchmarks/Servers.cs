using Dateline.Pipeline.Tests.Fleets;
using Dateline.Testing;

namespace Dateline.Benchmarks;

/// <summary>One broker and one database for all runs of a benchmark; each line gets a virtual host and a database of its own.</summary>
internal sealed class Servers : IAsyncDisposable
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

    public async Task<MeasuredLine> LineAsync(IReadOnlyDictionary<string, string>? environment = null)
    {
        string[] services = ["fetcher", "parser", "enricher", "storage"];
        var fleet = new Fleet(await _rabbit.CreateVirtualHostAsync(), await _postgres.CreateDatabaseAsync(), environment);
        await fleet.StartAsync(services);
        return new MeasuredLine(fleet.Http, services.ToDictionary(name => name, name => fleet[name].Id), fleet);
    }

    public async ValueTask DisposeAsync()
    {
        await _rabbit.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
