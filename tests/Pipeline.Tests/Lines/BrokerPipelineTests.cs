using Dateline.Testing;

namespace Dateline.Pipeline.Tests.Lines;

/// <summary>Separate services over RabbitMQ and PostgreSQL, two of each worker.</summary>
public sealed class BrokerPipelineTests(RabbitMqFixture rabbit, PostgresFixture postgres) : PipelineSuite, IDisposable
{
    private readonly ScratchFolder _folder = new("line");

    protected override async Task<Line> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var line = await StartFetcherAsync(settings ?? []);
        await StartRestAsync(line);
        return line;
    }

    protected override async Task<Line> StartFetcherAsync(Dictionary<string, string?> settings) => await Line.StartAsync(new Dictionary<string, string?>(settings)
    {
        ["ConnectionStrings:RabbitMq"] = await rabbit.CreateVirtualHostAsync(),
        ["ConnectionStrings:Postgres"] = await postgres.CreateDatabaseAsync(),
        ["DataFolder"] = _folder.Path,
    }, ["fetcher"]);

    protected override async Task StartRestAsync(Line line)
    {
        foreach (var role in new[] { "parser", "enricher", "storage", "parser", "enricher", "storage" })
            await line.AddAsync(role);
    }

    public void Dispose() => _folder.Dispose();
}
