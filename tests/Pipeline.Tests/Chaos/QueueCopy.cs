using RabbitMQ.Client;

namespace Dateline.Pipeline.Tests.Chaos;

/// <summary>Collects a copy of every message on the way to a queue, to deliver all of them a second time.</summary>
internal sealed class QueueCopy(string rabbit, string exchange, string queue)
{
    private const string Copies = "copies";

    /// <summary>Begins to collect.</summary>
    public async Task StartAsync()
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(Copies, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(Copies, exchange, "");
    }

    /// <summary>Sends what was collected to the queue once more; answers how much it was.</summary>
    public async Task<int> DeliverAsync()
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        var delivered = 0;
        while (await channel.BasicGetAsync(Copies, autoAck: false) is { } message)
        {
            await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties(message.BasicProperties), message.Body);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
            delivered++;
        }

        return delivered;
    }

    private Task<IConnection> ConnectAsync() => new ConnectionFactory { Uri = new Uri(rabbit) }.CreateConnectionAsync();
}
