using Dateline.Contracts;

namespace Dateline.Parser;

/// <summary>A document as it was accepted: its bytes, and what others said about them.</summary>
public sealed record ParseInput
{
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>As the transport said, parameters allowed; believed less than the bytes.</summary>
    public string? MediaType { get; init; }

    /// <summary>The charset parameter of the transport's Content-Type.</summary>
    public string? Charset { get; init; }

    /// <summary>The address that answered: relative links are resolved against it.</summary>
    public string? Url { get; init; }

    public string? FileName { get; init; }

    public FeedHints? Feed { get; init; }

    public ResponseFacts? Response { get; init; }
}
