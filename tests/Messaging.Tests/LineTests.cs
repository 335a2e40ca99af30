using System.Diagnostics;
using System.Net.Sockets;
using Dateline.Contracts;
using Dateline.Testing;

namespace Dateline.Messaging.Tests;

/// <summary>What the configuration of the line promises, on a real broker and in memory.</summary>
public sealed class LineTests(RabbitMqFixture rabbit)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Guid Id = Guid.Parse("01890000-0000-7000-8000-000000000001");

    [Fact]
    public async Task What_is_published_before_its_service_ever_ran_waits_in_its_queue()
    {
        var host = await rabbit.CreateVirtualHostAsync();
        await using (var publisher = await Station.StartAsync(host, _ => { }))
            await publisher.Bus.PublishWithDeadlineAsync(Station.Document(Id), TestContext.Current.CancellationToken);

        (await RabbitMqFixture.QueueDepthAsync(host, "parse-document")).ShouldBe(1);
        await using var parser = await Station.StartAsync(host, AddParser);
        await Eventually.TrueAsync(() => parser.Work.Parsed.Contains(Id), Patience, () => "not parsed");
        parser.Work.Parsed.Count.ShouldBe(1, "the queue is bound twice and takes the message once");
    }

    [Fact]
    public async Task A_message_that_no_queue_takes_is_an_error_and_not_lost_in_silence()
    {
        await using var station = await Station.StartAsync(await rabbit.CreateVirtualHostAsync(), _ => { });

        var returned = await Should.ThrowAsync<Exception>(() => station.Bus.PublishWithDeadlineAsync(new Unrouted(), TestContext.Current.CancellationToken));

        FaultClassification.Of(returned).ShouldBe(FaultKind.Outage);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_outage_is_waited_for_and_never_becomes_a_fault(bool broker)
    {
        await using var station = await Station.StartAsync(broker ? await rabbit.CreateVirtualHostAsync() : null, AddAll, tries =>
            tries <= 5 ? throw new SocketException((int)SocketError.ConnectionRefused) : Task.CompletedTask);

        await station.Bus.PublishWithDeadlineAsync(Station.Document(Id), TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(() => station.Work.Parsed.Contains(Id), Patience, () => $"{station.Work.Tries} tries");
        station.Work.Tries.ShouldBe(6);
        station.Work.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bad_data_is_put_aside_at_the_first_try(bool broker)
    {
        await using var station = await Station.StartAsync(broker ? await rabbit.CreateVirtualHostAsync() : null, AddAll, _ => throw new FormatException("bad"));

        await station.Bus.PublishWithDeadlineAsync(Station.Document(Id), TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(() => station.Work.Faults.Count > 0, Patience, () => $"{station.Work.Tries} tries");
        station.Work.Faults.ShouldBe([(Id, "System.FormatException")]);
        station.Work.Tries.ShouldBe(1);
    }

    [Fact]
    public async Task An_unclear_error_gets_three_more_tries()
    {
        await using var station = await Station.StartAsync(await rabbit.CreateVirtualHostAsync(), AddAll, _ => throw new InvalidOperationException("odd"));

        await station.Bus.PublishWithDeadlineAsync(Station.Document(Id), TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(() => station.Work.Faults.Count > 0, Patience, () => $"{station.Work.Tries} tries");
        station.Work.Faults.Count.ShouldBe(1);
        station.Work.Tries.ShouldBe(4);
    }

    [Fact]
    public async Task Every_try_belongs_to_the_publishers_trace()
    {
        using var listener = new ActivityListener { ShouldListenTo = _ => true, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("test");
        await using var station = await Station.StartAsync(await rabbit.CreateVirtualHostAsync(), AddAll, tries => tries <= 2 ? throw new InvalidOperationException("odd") : Task.CompletedTask);

        using var activity = source.StartActivity("publish");
        await station.Bus.PublishWithDeadlineAsync(Station.Document(Id), TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(() => station.Work.Parsed.Contains(Id), Patience, () => $"{station.Work.Tries} tries");
        station.Work.Traces.ShouldBe(Enumerable.Repeat(activity!.TraceId.ToString(), 3));
    }

    [Fact]
    public async Task Queues_are_quorum_queues_with_a_dead_letter_exchange()
    {
        var host = await rabbit.CreateVirtualHostAsync();
        await using var station = await Station.StartAsync(host, AddAll);

        var queues = await rabbit.ControlAsync("list_queues", "-p", new Uri(host).AbsolutePath.TrimStart('/'), "--no-table-headers", "name", "type", "arguments");

        foreach (var queue in new[] { "parse-document", "quarantine-fault" })
            queues.Split('\n').Single(line => line.StartsWith(queue, StringComparison.Ordinal)).ShouldSatisfyAllConditions(
                line => line.ShouldContain("quorum"), line => line.ShouldContain("dateline.dead-letters"));
        queues.ShouldContain("dead-letters");
        queues.ShouldNotContain("_error");
    }

    [Fact]
    public async Task A_broker_that_hangs_does_not_hang_a_publisher()
    {
        await using var server = new OwnBroker();
        await using var station = await Station.StartAsync(await server.StartAsync(), _ => { });
        await station.Bus.PublishWithDeadlineAsync(Station.Document(Id), TestContext.Current.CancellationToken);
        await server.Fixture.PauseAsync();
        try
        {
            await Should.ThrowAsync<PublishDeadlineException>(() => station.Bus.PublishWithDeadlineAsync(Station.Document(Id), TestContext.Current.CancellationToken));
        }
        finally
        {
            await server.Fixture.ResumeAsync();
        }
    }

    [Fact]
    public async Task Without_its_broker_a_line_is_not_ready()
    {
        await using var server = new OwnBroker();
        await using var station = await Station.StartAsync(await server.StartAsync(), AddParser);

        await server.Fixture.KillAsync();
        await Eventually.TrueAsync(() => !station.Health.Ready, Patience, station.Health.Describe);
        await server.Fixture.StartAsync();
        await Eventually.TrueAsync(() => station.Health.Ready, Patience, station.Health.Describe);
    }

    private static void AddParser(LineBuilder line) => line.Consume<ParseDocumentConsumer>(concurrency: 2);

    private static void AddAll(LineBuilder line)
    {
        AddParser(line);
        line.Consume<QuarantineFaultConsumer>(concurrency: 2);
    }

    /// <summary>A broker that a test may hurt.</summary>
    private sealed class OwnBroker : IAsyncDisposable
    {
        public RabbitMqFixture Fixture { get; } = new();

        public async Task<string> StartAsync()
        {
            await Fixture.InitializeAsync();
            return await Fixture.CreateVirtualHostAsync();
        }

        public ValueTask DisposeAsync() => Fixture.DisposeAsync();
    }
}

/// <summary>A message that nobody has a queue for.</summary>
public sealed record Unrouted;
