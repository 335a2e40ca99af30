using Dateline.Contracts;

namespace Dateline.Fetcher.Http;

/// <summary>The state of one fetch on its way: where it is, what it saw, and how its result is put together.</summary>
internal sealed class FetchTrip(FetchRequest request, TimeProvider time)
{
    private readonly List<FetchHop> _hops = [];
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly long _startedAt = time.GetTimestamp();
    private long _hopStartedAt = time.GetTimestamp();
    private Uri? _current;
    private bool _answered;
    private ResponseFacts? _facts;

    public FetchRequest Request { get; } = request;

    public Uri Current => _current ?? throw new InvalidOperationException("The trip has not started.");

    public bool IsFirstHop => _hops.Count == 0;

    public IReadOnlyDictionary<string, string> Headers { get; private set; } = ResponseHeaders.None;

    public bool IsRedirected => _hops is [.., { Status: { } status }] && Redirects.Is(status);

    /// <exception cref="FetchException">The address cannot be read.</exception>
    public void Start()
    {
        if (!Uri.TryCreate(Request.Url.Trim(), UriKind.Absolute, out var url) || url.Host.Length == 0)
            throw new FetchException(FetchFailureKind.InvalidUrl, "This is no web address. Write it in full, such as https://example.org/feed.xml.");

        MoveTo(url);
    }

    public void Answered(HttpResponseMessage response)
    {
        Headers = ResponseHeaders.Of(response);
        _facts = ResponseFacts.Of(ResponseHeaders.Each(response));
        _answered = true;
        _hops.Add(new FetchHop(Current, (int)response.StatusCode, null, time.GetElapsedTime(_hopStartedAt)));
    }

    /// <exception cref="FetchException">In circles, or a request that may not be repeated elsewhere.</exception>
    public void Follow(Uri location, int maxRedirects)
    {
        if (Request.Content is not null)
            throw new FetchException(FetchFailureKind.BadRedirect, "The server redirects a request that carries data.");

        if (_hops.Count > maxRedirects)
            throw new FetchException(FetchFailureKind.RedirectLoop, $"The server redirects more than {maxRedirects} times.");

        MoveTo(location);
    }

    /// <exception cref="FetchException">Nowhere.</exception>
    public FetchResult.Redirected Redirected()
    {
        var location = Redirects.Target(Current, Headers);
        _hops[^1] = _hops[^1] with { Location = location };
        return new FetchResult.Redirected
        {
            FinalUrl = Current.AbsoluteUri,
            Hops = _hops,
            Elapsed = time.GetElapsedTime(_startedAt),
            Status = _hops[^1].Status,
            RetryAfter = ResponseHeaders.RetryAfter(Headers, time.GetUtcNow()),
            Headers = Headers,
            Location = location,
        };
    }

    public FetchResult.Fetched Fetched(ReadOnlyMemory<byte> body)
    {
        var (mediaType, charset) = ResponseHeaders.ContentType(Headers);
        return new FetchResult.Fetched
        {
            FinalUrl = Current.AbsoluteUri,
            Hops = _hops,
            Elapsed = time.GetElapsedTime(_startedAt),
            Status = _hops[^1].Status,
            RetryAfter = ResponseHeaders.RetryAfter(Headers, time.GetUtcNow()),
            Headers = Headers,
            MediaType = mediaType,
            Charset = charset,
            Facts = _facts,
            Body = body,
            ETag = Headers.GetValueOrDefault("ETag"),
            LastModified = Headers.GetValueOrDefault("Last-Modified"),
            FreshFor = ResponseHeaders.FreshFor(Headers, time.GetUtcNow()),
        };
    }

    public FetchResult.Failed Failed(FetchException failure)
    {
        if (_current is not null && !_answered)
            _hops.Add(new FetchHop(_current, null, null, time.GetElapsedTime(_hopStartedAt)));

        return new FetchResult.Failed
        {
            FinalUrl = _current?.AbsoluteUri ?? Request.Url,
            Hops = _hops,
            Elapsed = time.GetElapsedTime(_startedAt),
            Status = _hops is [.., var last] ? last.Status : null,
            RetryAfter = ResponseHeaders.RetryAfter(Headers, time.GetUtcNow()),
            Headers = Headers,
            Kind = failure.Kind is FetchFailureKind.InvalidUrl && _hops.Any(hop => hop.Location is not null) ? FetchFailureKind.BadRedirect : failure.Kind,
            Message = failure.Message,
        };
    }

    private void MoveTo(Uri url)
    {
        _current = url;
        _answered = false;
        _hopStartedAt = time.GetTimestamp();
        Headers = ResponseHeaders.None;

        // Without cookies the same question gets the same answer: a repeated address is a circle.
        if (!_visited.Add(url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)))
            throw new FetchException(FetchFailureKind.RedirectLoop, "The server redirects in a circle.");
    }
}
