using System.Net;
using System.Net.Sockets;

namespace Dateline.Fetcher.Http;

/// <summary>
/// Opens the connections of the guarded client. It resolves, checks and connects in one step, so that a name which
/// changes its address between check and use gains nothing.
/// </summary>
internal sealed class GuardedConnector
{
    private readonly Dictionary<string, IPEndPoint> _pins;
    private readonly AddressGuard _guard;
    private readonly ResolveHost _resolve;
    private readonly TimeSpan _perAddress;

    public GuardedConnector(FetcherHttpOptions options, AddressGuard guard, ResolveHost resolve)
    {
        _guard = guard;
        _resolve = resolve;
        _pins = options.Pins.ToDictionary(pin => pin.Key, ParsePin, StringComparer.OrdinalIgnoreCase);

        // A dead first address (often IPv6 without a route) must leave time for the second.
        _perAddress = options.ConnectTimeout / 2;
    }

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']').TrimEnd('.');
        if (_pins.TryGetValue(host, out var pinned))
            return await OpenAsync(pinned, cancellationToken);

        var addresses = await ResolveAsync(host, cancellationToken);

        // One inner address among public ones is already an attack or a leak: refuse the name, not the address.
        if (!addresses.All(_guard.Allows))
            throw Refused(host);

        return await OpenAnyAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
    }

    public static FetchException Refused(string host) =>
        new(FetchFailureKind.RefusedAddress,
            $"'{host}' is not on the public internet. Add its network to Fetcher:Http:AllowedNetworks if it is meant.");

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
            return [literal];

        try
        {
            var addresses = await _resolve(host, cancellationToken);
            return addresses.Length > 0 ? addresses : throw NotFound(host);
        }
        catch (SocketException)
        {
            throw NotFound(host);
        }
    }

    private async Task<Stream> OpenAnyAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        foreach (var address in addresses[..^1])
        {
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            attempt.CancelAfter(_perAddress);
            try
            {
                return await OpenAsync(new IPEndPoint(address, port), attempt.Token);
            }
            catch (Exception failure) when (failure is SocketException or OperationCanceledException
                && !cancellationToken.IsCancellationRequested)
            {
                // The next address may answer; if none does, the last one's failure is reported.
            }
        }

        return await OpenAsync(new IPEndPoint(addresses[^1], port), cancellationToken);
    }

    private static async Task<Stream> OpenAsync(IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static FetchException NotFound(string host) =>
        new(FetchFailureKind.Dns, $"The name '{host}' does not resolve.");

    private static IPEndPoint ParsePin(KeyValuePair<string, string> pin) =>
        IPEndPoint.TryParse(pin.Value, out var endpoint) && endpoint.Port > 0
            ? endpoint
            : throw new ArgumentException($"'{pin.Value}' in Fetcher:Http:Pins:{pin.Key} is no endpoint. Write it as address:port, such as 127.0.0.1:8081.");
}
