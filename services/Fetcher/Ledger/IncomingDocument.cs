using System.Diagnostics;
using Dateline.Contracts;

namespace Dateline.Fetcher.Ledger;

/// <summary>Bytes at the door, with what is known about them.</summary>
public sealed record IncomingDocument
{
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    public string? Url { get; init; }

    public string? FinalUrl { get; init; }

    /// <summary>Never a path.</summary>
    public string? FileName { get; init; }

    public Guid? SourceId { get; init; }

    public string? SourceTitle { get; init; }

    public FeedHints? Feed { get; init; }

    public ResponseFacts? Response { get; init; }

    /// <summary>Null: now.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>A name for this very thing: a second document under it is answered with the first one's receipt.</summary>
    public string? OnceKey { get; init; }

    /// <summary>What the caller calls that key, for messages. Null: the same.</summary>
    public string? OnceName { get; init; }

    /// <summary>Tells a repetition under <see cref="OnceKey"/> from something else under the same key. Null: the content.</summary>
    public string? OnceFingerprint { get; init; }

    /// <summary>The fetch that is the beginning of the document's own trace. None: accepting begins it.</summary>
    public ActivityContext Trace { get; init; }

    /// <summary>The request or poll that brought it. The document gets a trace of its own, linked to this.</summary>
    public ActivityContext Cause { get; init; } = Activity.Current?.Context ?? default;
}
