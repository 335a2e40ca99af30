using Dateline.Query.Analysis;
using Dateline.Storage.Articles;

namespace Dateline.Storage.Revisions;

/// <summary>Tells edits of a published article that change its message from corrections and additions.</summary>
internal static class EditFlags
{
    public const string Headline = "headline";
    public const string Shortened = "shortened";

    /// <summary>A lost line of the page's furniture is no edit.</summary>
    private const double LeastLoss = 0.1;

    private const int FewestLost = 20;

    public static IReadOnlyList<string> Of(StoredContent before, StoredContent after)
    {
        var flags = new List<string>();
        if (before.Title is { Length: > 0 } && after.Title is { Length: > 0 } && !Words(before.Title).SequenceEqual(Words(after.Title)))
            flags.Add(Headline);

        var had = Words(before.Text).Count();
        var lost = had - Words(after.Text).Count();
        if (lost >= FewestLost && lost >= LeastLoss * had)
            flags.Add(Shortened);
        return flags;
    }

    /// <summary>Case and punctuation change a headline's look, not its message.</summary>
    private static IEnumerable<string> Words(string text) => TextAnalyzer.Words(text, rules: null).Select(word => word.Term);
}
