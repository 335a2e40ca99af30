namespace Dateline.Fetcher.Http;

/// <summary>
/// Asks other people's servers for documents, by the guarded way out: public addresses only, checked on each hop where the connection
/// is made. It takes no more than its limits of size, time and pace.
/// </summary>
public sealed class GuardedClient : IDisposable
{
    private readonly FetcherHttpOptions _options;
    private readonly TimeProvider _time;
    private readonly UrlGuard _urls;
    private readonly RequestBuilder _requests;
    private readonly BodyReader _bodies;
    private readonly ContentDecoder _decoder;
    private readonly HttpMessageInvoker _invoker;

    /// <param name="resolve">The system's resolver when null.</param>
    /// <exception cref="ArgumentException">A network or a pin cannot be read.</exception>
    public GuardedClient(FetcherHttpOptions options, TimeProvider time, ResolveHost? resolve = null)
    {
        var rules = options.ToRules();
        _options = options;
        _time = time;
        _urls = new UrlGuard(rules);
        _requests = new RequestBuilder(options);
        _bodies = new BodyReader(options, time);
        _decoder = new ContentDecoder(options);
        _invoker = new HttpMessageInvoker(new GuardedHandler(rules, resolve));
    }

    /// <summary>Why an address can never be fetched, for people; null when it can be tried.</summary>
    public string? Refusal(Uri url)
    {
        try
        {
            _urls.Check(url);
            return null;
        }
        catch (OutboundException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>Never throws for anything the other side or the address does; only for cancellation by the caller.</summary>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var trip = new FetchTrip(request, _time);
        using var total = new CancellationTokenSource(_options.TotalTimeout, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        try
        {
            return await FollowAsync(trip, linked.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && FetchFailures.Of(exception) is { } failure)
        {
            return trip.Failed(failure);
        }
    }

    public void Dispose() => _invoker.Dispose();

    private async Task<FetchResult> FollowAsync(FetchTrip trip, CancellationToken cancellationToken)
    {
        trip.Start();
        while (true)
        {
            _urls.Check(trip.Current);
            using var response = await SendAsync(trip, cancellationToken);
            trip.Answered(response);
            if (!trip.IsRedirected)
                return await AnswerAsync(trip, response, cancellationToken);

            var redirected = trip.Redirected();
            _urls.Check(redirected.Location);
            if (!trip.Request.FollowRedirects || !Redirects.StayOnHost(trip.Current, redirected.Location))
                return redirected;
            trip.Follow(redirected.Location, _options.MaxRedirects);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(FetchTrip trip, CancellationToken cancellationToken)
    {
        using var headers = new CancellationTokenSource(_options.ConnectTimeout + _options.HeaderTimeout, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, headers.Token);
        using var message = _requests.Build(trip.Request, trip.Current, trip.IsFirstHop);
        return await _invoker.SendAsync(message, linked.Token);
    }

    private async Task<FetchResult> AnswerAsync(FetchTrip trip, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (status == 304)
            return trip.Fetched(ReadOnlyMemory<byte>.Empty);

        if (status is < 200 or >= 300)
            throw new FetchException(FetchFailureKind.Status, $"The server answered with status {status}.");

        var cut = trip.Request.CutAt is not null;
        var decoded = Math.Min(trip.Request.CutAt ?? trip.Request.MaxBytes ?? long.MaxValue, _options.MaxDecodedBytes);
        var wire = await _bodies.ReadAsync(response.Content, Math.Min(decoded, _options.MaxWireBytes), cut, cancellationToken);
        trip.Headers.TryGetValue("Content-Encoding", out var encoding);
        return trip.Fetched(_decoder.Decode(wire, encoding, decoded, cut));
    }
}
