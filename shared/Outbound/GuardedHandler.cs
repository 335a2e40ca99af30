using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dateline.Outbound;

/// <summary>
/// The one way out of the product. It resolves, checks and connects in one step, so that a name which changes its address between check
/// and use gains nothing; it follows no redirect, keeps no cookie, and undoes no compression.
/// </summary>
public sealed class GuardedHandler : DelegatingHandler
{
    private readonly OutboundRules _rules;
    private readonly Dictionary<string, IPEndPoint> _pins;
    private readonly AddressGuard _guard;
    private readonly UrlGuard _urls;
    private readonly ResolveHost _resolve;
    private readonly TimeSpan _perAddress;

    /// <param name="resolve">The system's resolver when null.</param>
    /// <exception cref="ArgumentException">A network or a pin cannot be read.</exception>
    public GuardedHandler(OutboundRules rules, ResolveHost? resolve = null)
    {
        _rules = rules;
        _guard = new AddressGuard(rules.AllowedNetworks);
        _urls = new UrlGuard(rules);
        _resolve = resolve ?? Dns.GetHostAddressesAsync;
        _pins = rules.Pins.ToDictionary(pin => pin.Key, ParsePin, StringComparer.OrdinalIgnoreCase);

        // A dead first address (often IPv6 without a route) must leave time for the second.
        _perAddress = rules.ConnectTimeout / 2;
        InnerHandler = new SocketsHttpHandler
        {
            ConnectCallback = ConnectAsync,
            ConnectTimeout = rules.ConnectTimeout,
            // A proxy would resolve and connect behind the guard's back.
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = rules.MaxHeaderKibibytes,
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            // A moved host is found within minutes.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            // Spans yes, but our trace ids are nobody else's business.
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        };
    }

    /// <exception cref="OutboundException">The address may not be asked; from the connection it comes inside an <see cref="HttpRequestException"/>.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _urls.Check(request.RequestUri ?? throw new InvalidOperationException("A request has an address."));
        return base.SendAsync(request, cancellationToken);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']').TrimEnd('.');
        if (_pins.TryGetValue(host, out var pinned))
            return await OpenAsync(pinned, cancellationToken);

        var addresses = await ResolveAsync(host, cancellationToken);

        // One inner address among public ones is already an attack or a leak: refuse the name, not the address.
        if (!addresses.All(_guard.Allows))
            throw UrlGuard.Inner(host, _rules);

        return await OpenAnyAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
    }

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

    private static OutboundException NotFound(string host) => new(OutboundRefusal.UnknownName, $"The name '{host}' does not resolve.");

    private IPEndPoint ParsePin(KeyValuePair<string, string> pin) =>
        IPEndPoint.TryParse(pin.Value, out var endpoint) && endpoint.Port > 0
            ? endpoint
            : throw new ArgumentException($"'{pin.Value}' in {_rules.Section}:Pins:{pin.Key} is no endpoint. Write it as address:port, such as 127.0.0.1:8081.");
}
