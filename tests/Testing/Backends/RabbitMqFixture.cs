using DotNet.Testcontainers.Builders;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Testcontainers.RabbitMq;
using Xunit;

namespace Dateline.Testing;

/// <summary>
/// A real broker for tests, in a container or as a native node. One per test assembly is enough: a virtual host of its
/// own (<see cref="CreateVirtualHostAsync"/>) keeps test classes apart.
/// </summary>
public sealed class RabbitMqFixture : IAsyncLifetime
{
    private const string User = "dateline";
    private const string Password = "dateline";
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(2);

    private IBackendNode? _node;

    public BackendKind Kind => Node.Kind;

    /// <summary>The default virtual host, as an AMQP URI.</summary>
    public string ConnectionString => ConnectionStringTo("/");

    private IBackendNode Node => _node ?? throw new InvalidOperationException("Await InitializeAsync first.");

    /// <summary>Starts it; a second call does nothing.</summary>
    public async ValueTask InitializeAsync()
    {
        if (_node is not null)
            return;
        var image = Environment.GetEnvironmentVariable("RABBITMQ_IMAGE") ?? "rabbitmq:4-management";
        _node = await BackendChoice.ForAsync(image) is BackendKind.Docker ? InContainer(image) : new NativeRabbitMq(User, Password);
        await StartAsync();
    }

    /// <summary>The same port and data as before. Returns when the broker takes connections.</summary>
    public async Task StartAsync()
    {
        await Node.StartAsync();
        await Eventually.TrueAsync(() => Listening.AmqpAtAsync(Node.Port), StartDeadline, async () => await Node.LogAsync());
    }

    public Task StopAsync() => Node.StopAsync();

    /// <summary>
    /// kill -9. RabbitMQ 3.10 writes the registration of a new quorum queue a moment after confirming it: one declared
    /// less than about a second before the kill does not come back. Kill what has been running.
    /// </summary>
    public Task KillAsync() => Node.KillAsync();

    /// <summary>The broker hangs with its connections open.</summary>
    public Task PauseAsync() => Node.PauseAsync();

    public Task ResumeAsync() => Node.ResumeAsync();

    /// <summary>A fresh virtual host; returns its connection string.</summary>
    public async Task<string> CreateVirtualHostAsync()
    {
        var name = $"t{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):n}";
        await ControlAsync("add_vhost", name);
        await ControlAsync("set_permissions", "-p", name, User, ".*", ".*", ".*");
        return ConnectionStringTo(name);
    }

    /// <summary>Messages that wait in a queue, those being delivered excluded; null when there is no such queue.</summary>
    public static async Task<int?> QueueDepthAsync(string connectionString, string queue)
    {
        await using var connection = await ConnectAsync(connectionString);
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (int)(await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    /// <summary>Throws away what waits in a queue; returns how much it was.</summary>
    public static async Task<int> PurgeAsync(string connectionString, string queue)
    {
        await using var connection = await ConnectAsync(connectionString);
        await using var channel = await connection.CreateChannelAsync();
        return (int)await channel.QueuePurgeAsync(queue);
    }

    /// <summary>
    /// Every queue of a virtual host with its messages, those being delivered included. The broker counts quorum
    /// queues every five seconds: ask until the figure is the expected one.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, int>> QueuesAsync(string connectionString)
    {
        var table = await ControlAsync("list_queues", "-p", VirtualHost(connectionString), "--no-table-headers", "name", "messages");
        return table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .Where(cells => cells.Length == 2 && int.TryParse(cells[1], out _))
            .ToDictionary(cells => cells[0], cells => int.Parse(cells[1]));
    }

    /// <param name="pattern">Regular expression over queue names.</param>
    /// <param name="definition">JSON, for example <c>{"delivery-limit":5}</c>.</param>
    public Task SetPolicyAsync(string connectionString, string name, string pattern, string definition) =>
        ControlAsync("set_policy", "-p", VirtualHost(connectionString), "--apply-to", "queues", name, pattern, definition);

    /// <summary>Closes every connection from the broker's side, as an operator would.</summary>
    public Task CloseAllConnectionsAsync(string reason) => ControlAsync("close_all_connections", reason);

    /// <summary>Any other rabbitmqctl command.</summary>
    public Task<string> ControlAsync(params string[] arguments) => Node.RunAsync("rabbitmqctl", ["--quiet", .. arguments]);

    public async ValueTask DisposeAsync()
    {
        if (_node is not null)
            await _node.DisposeAsync();
    }

    private static Task<IConnection> ConnectAsync(string connectionString) =>
        new ConnectionFactory { Uri = new Uri(connectionString) }.CreateConnectionAsync("tests");

    private static ContainerNode InContainer(string image)
    {
        var port = FreePort.Next();
        return new ContainerNode(
            new RabbitMqBuilder(image).WithUsername(User).WithPassword(Password).WithPortBinding(port, RabbitMqBuilder.RabbitMqPort)
                .WithWaitStrategy(Wait.ForUnixContainer()).WithLogger(NullLogger.Instance).Build(),
            port);
    }

    private static string VirtualHost(string connectionString) =>
        Uri.UnescapeDataString(new Uri(connectionString).AbsolutePath.TrimStart('/')) is { Length: > 0 } name ? name : "/";

    private string ConnectionStringTo(string virtualHost) =>
        $"amqp://{User}:{Password}@127.0.0.1:{Node.Port}/{(virtualHost == "/" ? "" : virtualHost)}";
}
