namespace Dateline.Fetcher.Http;

/// <summary>What to fetch, and what we already have of it.</summary>
public sealed record FetchRequest
{
    public required string Url { get; init; }

    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Sent as If-None-Match, verbatim: validators are opaque. Only <see cref="Url"/> itself is sent them, nothing it redirects to.</summary>
    public string? ETag { get; init; }

    /// <summary>Sent as If-Modified-Since, verbatim.</summary>
    public string? LastModified { get; init; }

    public string Accept { get; init; } = "*/*";

    /// <summary>
    /// Whether a redirect within the host is followed at once. One that leaves the host is always the answer: another server has a
    /// budget and a robots.txt of its own.
    /// </summary>
    public bool FollowRedirects { get; init; } = true;

    /// <summary>Lowers the decoded limit of the options, for answers that must be small.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Takes this much of the decoded answer and leaves the rest, instead of refusing it for its size.</summary>
    public long? CutAt { get; init; }

    /// <summary>Set by the operator for one source: cookies, keys, another user agent. They stay on its host, as redirects do.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>For POST (webhooks, hubs). A request with a body is never redirected.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    public string? ContentType { get; init; }
}
