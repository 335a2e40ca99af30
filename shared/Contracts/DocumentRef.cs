namespace Dateline.Contracts;

/// <summary>Which accepted document a message is about. Every message carries it unchanged.</summary>
public sealed record DocumentRef
{
    /// <summary>UUIDv7, one per accepted thing: what was accepted later has the greater id.</summary>
    public required Guid Id { get; init; }

    /// <summary>
    /// How often the document was sent down the line on purpose: 0 at first, one more for each replay. A resend of
    /// an unsettled document keeps it, so that late answers of an older run can be told apart.
    /// </summary>
    public int Run { get; init; }

    public Guid? SourceId { get; init; }

    /// <summary>The source's name when the document was accepted.</summary>
    public string? SourceTitle { get; init; }

    /// <summary>The address as it was asked for.</summary>
    public string? Url { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public string? FinalUrl { get; init; }

    /// <summary>The name of a file that was dropped or uploaded; never a path.</summary>
    public string? FileName { get; init; }

    /// <summary>Where the raw bytes are (claim check): raw bytes never travel over the broker.</summary>
    public required string ContentKey { get; init; }

    /// <summary>When the bytes were received. The newer document wins when two claim the same article.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>When the ledger took it: the start of the latency that users feel.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }
}
