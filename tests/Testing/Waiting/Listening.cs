using System.Net;
using System.Net.Sockets;

namespace Dateline.Testing;

/// <summary>Asks whether a server answers on a loopback port.</summary>
internal static class Listening
{
    private static readonly byte[] AmqpHeader = [(byte)'A', (byte)'M', (byte)'Q', (byte)'P', 0, 0, 9, 1];

    public static async Task<bool> AtAsync(int port)
    {
        using var client = await ConnectAsync(port);
        return client is not null;
    }

    /// <summary>
    /// Whether an AMQP 0-9-1 broker opens a conversation. A published container port accepts connections before
    /// anything listens behind it, so an answer is wanted, not a connection.
    /// </summary>
    public static async Task<bool> AmqpAtAsync(int port)
    {
        using var client = await ConnectAsync(port);
        if (client is null)
            return false;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            var stream = client.GetStream();
            await stream.WriteAsync(AmqpHeader, patience.Token);
            var first = new byte[1];
            return await stream.ReadAsync(first, patience.Token) == 1 && first[0] == 1;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<TcpClient?> ConnectAsync(int port)
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return client;
        }
        catch (SocketException)
        {
            client.Dispose();
            return null;
        }
    }
}
