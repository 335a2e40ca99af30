using System.Text;
using RabbitMQ.Client;

namespace Dateline.Testing.Tests;

public sealed class RabbitMqFixtureTests(RabbitMqFixture broker) : IClassFixture<RabbitMqFixture>
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Keeps_its_messages_and_its_address_when_it_is_killed_and_started_again()
    {
        var address = await broker.CreateVirtualHostAsync();
        await PublishAsync(address, "kept", "one", "two");

        await broker.KillAsync();
        (await CanConnectAsync(address)).ShouldBeFalse();
        await broker.StartAsync();

        (await TakeAsync(address, "kept")).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Keeps_its_messages_when_it_is_stopped_and_started_again()
    {
        var address = await broker.CreateVirtualHostAsync();
        await PublishAsync(address, "kept", "one");

        await broker.StopAsync();
        await broker.StartAsync();

        (await TakeAsync(address, "kept")).ShouldBe(["one"]);
    }

    [Fact]
    public async Task Tells_how_much_waits_in_a_queue_and_throws_it_away_when_asked()
    {
        var address = await broker.CreateVirtualHostAsync();
        await PublishAsync(address, "work", "one", "two", "three");

        (await RabbitMqFixture.QueueDepthAsync(address, "work")).ShouldBe(3);
        (await RabbitMqFixture.QueueDepthAsync(address, "other")).ShouldBeNull();
        (await RabbitMqFixture.PurgeAsync(address, "work")).ShouldBe(3);
        (await RabbitMqFixture.QueueDepthAsync(address, "work")).ShouldBe(0);
    }

    [Fact]
    public async Task Applies_a_policy_to_the_queues_it_matches()
    {
        var address = await broker.CreateVirtualHostAsync();
        await broker.SetPolicyAsync(address, "short", "^short$", """{"max-length":1}""");
        await PublishAsync(address, "short", "one", "two");

        (await TakeAsync(address, "short")).ShouldBe(["two"]);
    }

    [Fact]
    public async Task Hangs_while_it_is_paused_and_goes_on_afterwards()
    {
        var address = await broker.CreateVirtualHostAsync();
        await broker.PauseAsync();
        var publish = PublishAsync(address, "later", "one");
        var first = await Task.WhenAny(publish, Task.Delay(TimeSpan.FromMilliseconds(500)));
        await broker.ResumeAsync();

        first.ShouldNotBe(publish);
        await publish.WaitAsync(Deadline);
        (await TakeAsync(address, "later")).ShouldBe(["one"]);
    }

    private static async Task<IConnection> ConnectAsync(string address) =>
        await new ConnectionFactory { Uri = new Uri(address), RequestedConnectionTimeout = Deadline }.CreateConnectionAsync();

    private static async Task<bool> CanConnectAsync(string address)
    {
        try
        {
            await using var connection = await ConnectAsync(address);
            return true;
        }
        catch (RabbitMQ.Client.Exceptions.BrokerUnreachableException)
        {
            return false;
        }
    }

    private static async Task PublishAsync(string address, string queue, params string[] texts)
    {
        await using var connection = await ConnectAsync(address);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        foreach (var text in texts)
            await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(text));
    }

    private static async Task<List<string>> TakeAsync(string address, string queue)
    {
        await using var connection = await ConnectAsync(address);
        await using var channel = await connection.CreateChannelAsync();
        List<string> texts = [];
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
            texts.Add(Encoding.UTF8.GetString(message.Body.Span));
        return texts;
    }
}
