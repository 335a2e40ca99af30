using Dateline.Storage.Search;

namespace Dateline.Storage.Delivery;

/// <summary>One change of the archive, with the article as it is now.</summary>
public sealed record ChangedArticle
{
    /// <summary>Rises with every change; give it as <c>after</c> or <c>Last-Event-ID</c> to go on from here.</summary>
    public required long Position { get; init; }

    /// <summary>
    /// inserted, updated or retracted; with a query also unmatched: the article was changed and does not match now, so that a copy of
    /// the matches must drop it.
    /// </summary>
    public required string Kind { get; init; }

    public required Guid ArticleId { get; init; }

    /// <summary>Of the article after the change.</summary>
    public required int Revision { get; init; }

    public required DateTime At { get; init; }

    /// <summary>As of now, which may be later than this change; null when it is gone or does not match.</summary>
    public ArticleRecord? Article { get; init; }
}
