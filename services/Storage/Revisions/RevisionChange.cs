using System.Globalization;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;

namespace Dateline.Storage.Revisions;

/// <summary>What is different between two revisions of an article.</summary>
internal sealed record RevisionChange
{
    public required IReadOnlyList<string> Changed { get; init; }

    public required TextDiff Diff { get; init; }

    public static RevisionChange Between(StoredContent before, StoredContent after)
    {
        var changed = new List<string>();
        if (before.Title != after.Title) changed.Add("title");
        if (before.Text != after.Text) changed.Add("text");
        if (!before.Authors.SequenceEqual(after.Authors)) changed.Add("authors");
        if (before.PublishedAt != after.PublishedAt || before.PublishedPrecision != after.PublishedPrecision) changed.Add("published");

        return new RevisionChange
        {
            Changed = changed,
            Diff = TextDiff.Between(Whole(before), Whole(after)),
        };
    }

    /// <summary>For people, in one line.</summary>
    public string Describe(bool sameDocument) => string.Create(
        CultureInfo.InvariantCulture,
        $"Changed: {string.Join(", ", Changed)}; {Diff.WordsAdded} words added, {Diff.WordsRemoved} removed.{(sameDocument ? " The same document was read anew." : "")}");

    public RevisionRow ToRow(StoredContent before, KnownArticle known, DateTime replacedAt) => new()
    {
        ArticleId = known.Id,
        Number = known.Revision,
        Title = before.Title,
        Text = before.Text,
        Authors = before.Authors,
        PublishedAt = before.PublishedAt,
        PublishedPrecision = before.PublishedPrecision,
        ContentHash = known.ContentHash,
        DocumentId = known.DocumentId,
        FetchedAt = known.FetchedAt,
        StoredAt = known.StoredAt,
        ReplacedAt = replacedAt,
        Changed = Changed,
        WordsAdded = Diff.WordsAdded,
        WordsRemoved = Diff.WordsRemoved,
        Diff = Diff.Unified,
    };

    private static string Whole(StoredContent content) => content.Title is { Length: > 0 } title ? $"{title}\n\n{content.Text}" : content.Text;
}
