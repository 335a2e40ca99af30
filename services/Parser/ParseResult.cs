using Dateline.Contracts;

namespace Dateline.Parser;

/// <summary>What became of a document: an article, or a reason why it is none.</summary>
public abstract record ParseResult
{
    private ParseResult()
    {
    }

    /// <summary>The feeds an HTML page advertises; empty for other formats.</summary>
    public IReadOnlyList<FeedLink> Feeds { get; init; } = [];

    /// <summary>An article was recognised.</summary>
    public sealed record Parsed(Article Article) : ParseResult;

    /// <summary>The document is no article. The detail says what was seen and what to do about it.</summary>
    public sealed record Rejected(RejectionReason Reason, string Detail) : ParseResult;
}
