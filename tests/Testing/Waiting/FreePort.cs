using System.Net;
using System.Net.Sockets;

namespace Dateline.Testing;

/// <summary>Finds loopback ports for servers that must be told their port before they start.</summary>
public static class FreePort
{
    private static readonly HashSet<int> Given = [];

    /// <summary>A port nobody listens on now and that this process has not given out before.</summary>
    public static int Next()
    {
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
            lock (Given)
            {
                if (Given.Add(port))
                    return port;
            }
        }
    }
}
