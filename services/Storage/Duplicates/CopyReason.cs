using System.Globalization;
using Dateline.Storage.Articles;

namespace Dateline.Storage.Duplicates;

/// <summary>Tells people why an article counts as a copy.</summary>
internal static class CopyReason
{
    /// <summary>Rounded to whole percents, a text that lost a word would claim to be complete.</summary>
    private const int AlmostAll = 99;

    public static string Of(KnownArticle original) =>
        $"Same text as {Name(original.Title, original.Url, original.Id, original.SourceTitle)}, first seen {original.FirstStoredAt:u}.";

    /// <param name="match">What was found.</param>
    /// <param name="original">The first of its copies, where that is known.</param>
    /// <param name="publishedAt">Of the copy.</param>
    public static string Of(CopyMatch match, CopyCandidate original, DateTime? publishedAt) => string.Create(CultureInfo.InvariantCulture,
        $"{Percent(match.Share)} % of its text stands in {Name(match.Article)}, {Percent(match.ShareOfOther)} % of that one here. {Why(match.Article, original, publishedAt)}");

    private static string Why(CopyCandidate found, CopyCandidate original, DateTime? publishedAt)
    {
        var first = found.Id == original.Id ? "That one was" : $"Of these copies {Name(original)} was";
        return (original.PublishedAt, publishedAt) switch
        {
            ({ } theirs, { } ours) when theirs < ours => $"{first} seen first ({original.FirstStoredAt:u}) and names the earlier date ({theirs:u}).",
            ({ } theirs, { } ours) when theirs > ours => $"{first} seen first ({original.FirstStoredAt:u}), although this one names an earlier date ({ours:u}).",
            _ => $"{first} seen first ({original.FirstStoredAt:u}).",
        };
    }

    private static int Percent(double share) => share >= 1 ? 100 : Math.Min(AlmostAll, (int)Math.Round(100 * share));

    private static string Name(CopyCandidate article) => Name(article.Title, article.Url, article.Id, article.SourceTitle);

    private static string Name(string? title, string? url, Guid id, string? source)
    {
        var where = source is { Length: > 0 } ? $" ({source})" : "";
        return (title is { Length: > 0 } ? $"“{title}”" : url ?? id.ToString()) + where;
    }
}
