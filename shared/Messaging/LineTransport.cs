using Microsoft.Extensions.Configuration;

namespace Dateline.Messaging;

/// <summary>What carries the messages. Chosen by connection strings, nothing else.</summary>
public sealed record LineTransport(string? RabbitMqConnectionString)
{
    /// <summary>True when messages do not outlive the process: everything unsettled is sent again at start.</summary>
    public bool InMemory => RabbitMqConnectionString is null;

    /// <summary>Reads <c>ConnectionStrings:RabbitMq</c>, an <c>amqp://user:password@host:port/vhost</c> address.</summary>
    public static LineTransport From(IConfiguration configuration) =>
        new(configuration.GetConnectionString("RabbitMq") is { Length: > 0 } text ? text : null);
}
