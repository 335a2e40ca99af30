using System.Globalization;
using System.Text;
using Dateline.Outbound;
using Microsoft.Extensions.Options;

namespace Dateline.Storage.Delivery;

/// <summary>
/// Calls webhooks. Whoever may add one chooses an address that this service then speaks to, so it goes by the guarded way out,
/// redirects are not followed, and the answer's body is not read.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    private readonly UrlGuard urls;
    private readonly HttpClient http;
    private readonly TimeProvider time;

    public WebhookClient(IOptions<WebhookOptions> options, TimeProvider time)
    {
        this.time = time;
        var rules = new OutboundRules { Section = "Storage:Webhooks", AllowedNetworks = options.Value.AllowedNetworks };
        urls = new UrlGuard(rules);
        http = new HttpClient(new GuardedHandler(rules)) { Timeout = options.Value.Timeout };
    }

    /// <summary>Why an address can never be called, for people; null when it can be tried.</summary>
    public string? Refusal(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
            return "Give an address that begins with https:// or http://.";
        try
        {
            urls.Check(url);
            return null;
        }
        catch (OutboundException refused)
        {
            return refused.Message;
        }
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
            return new WebhookAnswer(null, (exception.InnerException as OutboundException)?.Message ?? exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer(null, $"No answer within {http.Timeout.TotalSeconds:0.#} s.");
        }
    }

    public void Dispose() => http.Dispose();
}
