using System.Net;

namespace Dateline.Fetcher.Http;

/// <summary>Writes one hop's request: honest, and conditional when we have something.</summary>
internal sealed class RequestBuilder(FetcherHttpOptions options)
{
    // Framing and routing belong to the handler; a source's settings must not smuggle requests.
    private static readonly string[] Reserved =
        ["Host", "Connection", "Content-Length", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect", "Accept-Encoding"];

    private readonly string _userAgent = options.Contact is { } contact ? $"{options.UserAgent} (+{contact})" : options.UserAgent;

    /// <exception cref="FetchException">A header cannot be sent.</exception>
    public HttpRequestMessage Build(FetchRequest request, Uri url, bool isFirstHop)
    {
        var message = new HttpRequestMessage(request.Method, url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = ContentOf(request),
        };
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", ContentDecoder.Offered);

        AddOwn(message, request);

        // Validators belong to the address they came from.
        if (isFirstHop)
            AddValidators(message, request);

        return message;
    }

    private static ByteArrayContent? ContentOf(FetchRequest request)
    {
        if (request.Content is not { } bytes)
            return null;

        var content = new ByteArrayContent(bytes.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType ?? "application/octet-stream");
        return content;
    }

    private static void AddOwn(HttpRequestMessage message, FetchRequest request)
    {
        foreach (var (name, value) in request.Headers)
        {
            if (Reserved.Contains(name, StringComparer.OrdinalIgnoreCase) || value.Any(char.IsControl))
                throw new FetchException(FetchFailureKind.InvalidUrl, $"The header '{name}' cannot be set for a source.");

            message.Headers.Remove(name);
            if (!message.Headers.TryAddWithoutValidation(name, value) && message.Content?.Headers.TryAddWithoutValidation(name, value) != true)
                throw new FetchException(FetchFailureKind.InvalidUrl, $"'{name}' is no name of a request header.");
        }
    }

    private static void AddValidators(HttpRequestMessage message, FetchRequest request)
    {
        if (request.ETag is { } etag)
            message.Headers.TryAddWithoutValidation("If-None-Match", etag);

        if (request.LastModified is { } lastModified)
            message.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
    }
}
