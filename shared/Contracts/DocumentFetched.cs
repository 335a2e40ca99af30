namespace Dateline.Contracts;

/// <summary>
/// Raw bytes were accepted and wait to be parsed. Published by the Fetcher; consumed by the Parser.
/// </summary>
public sealed record DocumentFetched
{
    public required DocumentRef Document { get; init; }

    /// <summary>As the transport said; to be believed less than the bytes.</summary>
    public string? MediaType { get; init; }

    /// <summary>The charset parameter of the transport's Content-Type.</summary>
    public string? DeclaredCharset { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    public FeedHints? Feed { get; init; }

    /// <summary>Null for what came without a server's answer, or with one that said nothing more.</summary>
    public ResponseFacts? Response { get; init; }

    public required Journey Journey { get; init; }
}
