using System.Globalization;

namespace Dateline.Testing;

/// <summary>How a fetcher behaved towards one host, judged by what that host saw and answered.</summary>
public sealed record Conduct
{
    /// <summary>Requests that began while another one was being answered.</summary>
    public required int Overlapping { get; init; }

    /// <summary>
    /// Requests that began before the pause was over, or before the time that a Retry-After named. Following a redirect on the same host
    /// belongs to the request that led there.
    /// </summary>
    public required int SoonerThanAllowed { get; init; }

    /// <summary>Requests without a validator for something that had been served with one.</summary>
    public required int UnconditionalRepeats { get; init; }

    /// <summary>Validators that came back other than they were served.</summary>
    public required int AlteredValidators { get; init; }

    /// <summary>From the end of one answer to the beginning of the next request; null for fewer than two.</summary>
    public required TimeSpan? ShortestGap { get; init; }

    public bool Perfect => (Overlapping, SoonerThanAllowed, UnconditionalRepeats, AlteredValidators) == (0, 0, 0, 0);

    /// <param name="requests">All to one host, in the order they came, and all answered.</param>
    /// <param name="pause">The shortest gap that is allowed.</param>
    public static Conduct Of(IReadOnlyList<ObservedRequest> requests, TimeSpan pause)
    {
        var pairs = requests.Zip(requests.Skip(1)).ToList();
        var repeats = requests.GroupBy(request => request.PathAndQuery).SelectMany(same => same.Zip(same.Skip(1))).ToList();
        return new Conduct
        {
            Overlapping = pairs.Count(pair => pair.Second.At < End(pair.First)),
            SoonerThanAllowed = pairs.Count(pair => !IsRedirect(pair.First, pair.Second) && pair.Second.At < End(pair.First) + Allowed(pair.First, pause)),
            UnconditionalRepeats = repeats.Count(pair => IsUnconditional(pair.First, pair.Second)),
            AlteredValidators = repeats.Count(pair => IsAltered(pair, "ETag", "If-None-Match") || IsAltered(pair, "Last-Modified", "If-Modified-Since")),
            ShortestGap = pairs.Count == 0 ? null : pairs.Min(pair => pair.Second.At - End(pair.First)),
        };
    }

    private static bool IsRedirect(ObservedRequest first, ObservedRequest second) =>
        first.Reply is { Status: >= 300 and < 400 } reply
        && reply.Header("Location") is { } location
        && new Uri(new Uri($"http://{first.Host}{first.PathAndQuery}"), location).PathAndQuery == second.PathAndQuery;

    private static TimeSpan End(ObservedRequest request) =>
        request.EndedAt ?? throw new InvalidOperationException($"{request.Host}{request.PathAndQuery} is not answered yet.");

    /// <summary>Only the form in seconds is judged: the other one has a precision of a second.</summary>
    private static TimeSpan Allowed(ObservedRequest request, TimeSpan pause)
    {
        var asked = int.TryParse(request.Reply?.Header("Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        return asked > pause ? asked : pause;
    }

    private static bool IsUnconditional(ObservedRequest first, ObservedRequest second) =>
        first.Reply is { Status: 200 or 304 } reply
        && (reply.Header("ETag") ?? reply.Header("Last-Modified")) is not null
        && (second.Header("If-None-Match") ?? second.Header("If-Modified-Since")) is null;

    private static bool IsAltered((ObservedRequest First, ObservedRequest Second) pair, string served, string sent) =>
        pair.First.Reply is { Status: 200 or 304 } reply
        && reply.Header(served) is { } validator
        && pair.Second.Header(sent) is { } echo
        && echo != validator;
}
