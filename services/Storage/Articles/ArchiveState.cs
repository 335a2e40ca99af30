using Dateline.Storage.Data;
using Dateline.Storage.Duplicates;
using Dateline.Storage.Stories;

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

    /// <summary>Articles that are no more, by their id: nothing of them is stored again.</summary>
    public required IReadOnlyDictionary<Guid, TombstoneRow> Tombstones { get; init; }

    /// <summary>Those of the known articles that others are copies of.</summary>
    public required IReadOnlySet<Guid> Copied { get; init; }

    /// <summary>With what the archive has in common with the batch.</summary>
    public required CopySearch Copies { get; init; }

    public required StorySearch Stories { get; init; }

    /// <summary>Content of those articles that a document of the batch may change, by article id.</summary>
    public required IReadOnlyDictionary<Guid, StoredContent> Contents { get; init; }
}
