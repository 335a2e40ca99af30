using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Dateline.Outbound;
using Microsoft.Extensions.Options;

namespace Dateline.Storage.Delivery;

/// <summary>
/// Calls webhooks. Whoever may add one chooses an address that this service then speaks to, so the address that is connected to is
/// checked in the act, redirects are not followed, and the answer's body is not read.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    private readonly AddressGuard guard;
    private readonly HttpClient http;
    private readonly TimeProvider time;

    public WebhookClient(IOptions<WebhookOptions> options, TimeProvider time)
    {
        this.time = time;
        guard = new AddressGuard(options.Value.AllowedNetworks);
        http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = ConnectAsync,
            UseProxy = false, // a proxy would connect behind the guard's back
            UseCookies = false,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        })
        {
            Timeout = options.Value.Timeout,
        };
    }

    /// <summary>Why an address can never be called, for people; null when it can be tried.</summary>
    public string? Refusal(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return "Give an address that begins with https:// or http://.";
        if (url.UserInfo.Length > 0)
            return "Leave user and password out of the address: deliveries are signed instead.";
        return IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var literal) && !guard.Allows(literal)
            ? "This address is not on the public internet. Add its network to Storage:Webhooks:AllowedNetworks if it is meant."
            : null;
    }

    internal async Task<WebhookAnswer> SendAsync(string address, string secret, Guid id, string body, CancellationToken cancellationToken)
    {
        if (Refusal(address) is { } refusal)
            return new WebhookAnswer(null, refusal);

        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", WebhookSignature.Id(id));
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(secret, id, timestamp, body));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var status = (int)response.StatusCode;
            return new WebhookAnswer(status, status is >= 200 and < 300 ? null : $"The receiver answered {status}; it must answer 2xx.");
        }
        catch (HttpRequestException exception)
        {
            return new WebhookAnswer(null, (exception.InnerException as WebhookRefusedException)?.Message ?? exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer(null, $"No answer within {http.Timeout.TotalSeconds:0.#} s.");
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>Resolves, checks and connects in one step: a name that changes its address in between gains nothing.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']');
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        if (addresses.Length == 0 || !addresses.All(guard.Allows))
            throw new WebhookRefusedException($"'{host}' is not on the public internet. Add its network to Storage:Webhooks:AllowedNetworks if it is meant.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class WebhookRefusedException(string message) : IOException(message);
}
