namespace Dateline.Storage.Data;

/// <summary>What an article said before it was changed, and what the change was. The current text is in the article itself.</summary>
public sealed class RevisionRow
{
    public required Guid ArticleId { get; set; }

    /// <summary>Of the text that is kept here; the one after it replaced it.</summary>
    public required int Number { get; set; }

    public string? Title { get; set; }

    public required string Text { get; set; }

    public IReadOnlyList<string> Authors { get; set; } = [];

    public DateTime? PublishedAt { get; set; }

    public string? PublishedPrecision { get; set; }

    public required string ContentHash { get; set; }

    public required Guid DocumentId { get; set; }

    public required DateTime FetchedAt { get; set; }

    public required DateTime StoredAt { get; set; }

    public required DateTime ReplacedAt { get; set; }

    /// <summary>What the next revision changed: title, text, authors, published.</summary>
    public IReadOnlyList<string> Changed { get; set; } = [];

    public int WordsAdded { get; set; }

    public int WordsRemoved { get; set; }

    /// <summary>What about the change an editor would want to know: see <see cref="Revisions.EditFlags"/>.</summary>
    public IReadOnlyList<string> Flags { get; set; } = [];

    /// <summary>Unified diff by paragraphs to the next revision; changed words in <c>[-…-]</c> and <c>{+…+}</c>.</summary>
    public string? Diff { get; set; }
}
