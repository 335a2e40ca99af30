using Dateline.Contracts;

namespace Dateline.Fetcher.Http;

/// <summary>What became of a fetch: an answer or a typed failure, with the way it took.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    /// <summary>The last address asked; the given one, verbatim, when it is no address at all.</summary>
    public required string FinalUrl { get; init; }

    public required IReadOnlyList<FetchHop> Hops { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Null when nobody answered.</summary>
    public int? Status { get; init; }

    /// <summary>How long the server asks to be left alone, from either form of the header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Response headers of the last hop; names compare without case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseHeaders.None;

    /// <summary>The server answered with a document, or said that ours is still current.</summary>
    public sealed record Fetched : FetchResult
    {
        /// <summary>Lower case, without parameters; to be believed less than the bytes.</summary>
        public string? MediaType { get; init; }

        public string? Charset { get; init; }

        public ResponseFacts? Facts { get; init; }

        /// <summary>Decoded; empty when not modified.</summary>
        public ReadOnlyMemory<byte> Body { get; init; }

        /// <summary>Verbatim.</summary>
        public string? ETag { get; init; }

        /// <summary>Verbatim.</summary>
        public string? LastModified { get; init; }

        /// <summary>How long the answer may be reused without asking, from Cache-Control or Expires.</summary>
        public TimeSpan? FreshFor { get; init; }

        public bool NotModified => Status == 304;
    }

    /// <summary>The document is elsewhere; only where the request said not to follow. The location may be fetched as far as it says itself.</summary>
    public sealed record Redirected : FetchResult
    {
        public required Uri Location { get; init; }
    }

    /// <summary>There is no document. The message is for people and says nothing about bodies or inner addresses.</summary>
    public sealed record Failed : FetchResult
    {
        public required FetchFailureKind Kind { get; init; }

        public required string Message { get; init; }
    }
}
