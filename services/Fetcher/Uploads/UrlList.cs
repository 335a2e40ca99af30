using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dateline.Fetcher.Uploads;

/// <summary>Addresses to fetch, as a request's body.</summary>
public sealed record UrlList(IReadOnlyList<string> Urls)
{
    /// <summary>A list of addresses is short; what is longer is a document.</summary>
    private const int MaxBytes = 1 << 20;

    /// <summary>
    /// Null when the body is no such list: an article in JSON is a document like any other. The body can be read again.
    /// </summary>
    public static async Task<UrlList?> TryReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType() || request.ContentLength > MaxBytes)
            return null;

        request.EnableBuffering();
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.EnumerateObject().Count() == 1
                && root.TryGetProperty("urls", out var urls)
                && urls.ValueKind == JsonValueKind.Array
                ? new UrlList([.. urls.EnumerateArray().Select(url => url.ValueKind == JsonValueKind.String ? url.GetString()! : url.GetRawText())])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            request.Body.Position = 0;
        }
    }
}
