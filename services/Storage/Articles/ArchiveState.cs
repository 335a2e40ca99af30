using Dateline.Storage.Data;

namespace Dateline.Storage.Articles;

/// <summary>What the archive holds about the articles of a batch, read under their locks.</summary>
internal sealed record ArchiveState
{
    /// <summary>Answers that were given before.</summary>
    public required IReadOnlyList<ArrivalRow> Arrivals { get; init; }

    /// <summary>By article id.</summary>
    public required IReadOnlyDictionary<Guid, KnownArticle> Articles { get; init; }

    /// <summary>The article that had a text first, by copy key.</summary>
    public required IReadOnlyDictionary<string, KnownArticle> Originals { get; init; }

    /// <summary>Content of those articles that a document of the batch may change, by article id.</summary>
    public required IReadOnlyDictionary<Guid, StoredContent> Contents { get; init; }
}
