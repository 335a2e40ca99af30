using Dateline.Contracts;

namespace Dateline.Fetcher.Ledger;

/// <summary>A settled document as a replay would send it again, so that what becomes of it can be seen before it is sent.</summary>
public sealed record ReplayCandidate
{
    public required Guid Id { get; init; }

    public string? Url { get; init; }

    public string? FileName { get; init; }

    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    /// <summary>What the feed said that it came from.</summary>
    public FeedHints? Feed { get; init; }

    /// <summary>What the server's answer said beside the bytes.</summary>
    public ResponseFacts? Response { get; init; }

    public required string Fate { get; init; }

    public string? Reason { get; init; }

    public Guid? ArticleId { get; init; }

    /// <summary>What it was last parsed with.</summary>
    public string? ParserVersion { get; init; }

    public static ReplayCandidate From(LedgerEntry entry) => new()
    {
        Id = entry.Id,
        Url = entry.FinalUrl ?? entry.Url,
        FileName = entry.FileName,
        MediaType = entry.MediaType,
        Charset = entry.Charset,
        Feed = entry.FeedHints is { } hints ? LedgerJson.Read<FeedHints>(hints) : null,
        Response = entry.ResponseFacts is { } facts ? LedgerJson.Read<ResponseFacts>(facts) : null,
        Fate = entry.Fate ?? Ledger.Fate.InFlight,
        Reason = entry.Reason,
        ArticleId = entry.ArticleId,
        ParserVersion = entry.ParserVersion,
    };
}
