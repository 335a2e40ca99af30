using System.Globalization;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;

namespace Dateline.Storage.Revisions;

/// <summary>What is different between two revisions of an article.</summary>
internal sealed record RevisionChange
{
    public required IReadOnlyList<string> Changed { get; init; }

    public required TextDiff Diff { get; init; }

    /// <summary>headline, shortened: what readers of a published article are not told.</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <param name="sameDocument">Then we read better; the publisher changed nothing, and nothing is flagged.</param>
    public static RevisionChange Between(StoredContent before, StoredContent after, bool sameDocument = false)
    {
        var changed = new List<string>();
        if (before.Title != after.Title) changed.Add("title");
        if (before.Text != after.Text) changed.Add("text");
        if (!before.Authors.SequenceEqual(after.Authors)) changed.Add("authors");
        if (before.PublishedAt != after.PublishedAt || before.PublishedPrecision != after.PublishedPrecision) changed.Add("published");

        return new RevisionChange
        {
            Changed = changed,
            Diff = TextDiff.Between(Whole(before.Title, before.Text), Whole(after.Title, after.Text)),
            Flags = sameDocument ? [] : EditFlags.Of(before, after),
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
        Flags = Flags,
        Diff = Diff.Unified,
    };

    /// <summary>Title and text as they are compared.</summary>
    public static string Whole(string? title, string text) => title is { Length: > 0 } ? $"{title}\n\n{text}" : text;
}
