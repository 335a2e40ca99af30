namespace Dateline.Fetcher.Http;

/// <summary>What to fetch, and what we already have of it.</summary>
public sealed record FetchRequest
{
    public required string Url { get; init; }

    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Sent as If-None-Match, verbatim: validators are opaque.</summary>
    public string? ETag { get; init; }

    /// <summary>Sent as If-Modified-Since, verbatim.</summary>
    public string? LastModified { get; init; }

    /// <summary>The address that gave the validators; null when it is <see cref="Url"/>. No other address is sent them.</summary>
    public string? ValidatorsUrl { get; init; }

    public string Accept { get; init; } = "*/*";

    /// <summary>False: a redirect is the answer, for callers that give every address its own turn.</summary>
    public bool FollowRedirects { get; init; } = true;

    /// <summary>Lowers the decoded limit of the options, for answers that must be small.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Takes this much of the decoded answer and leaves the rest, instead of refusing it for its size.</summary>
    public long? CutAt { get; init; }

    /// <summary>Set by the operator for one source: cookies, keys, another user agent. Dropped when a redirect leaves the host.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>For POST (webhooks, hubs). A request with a body is never redirected.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    public string? ContentType { get; init; }
}
