using Dateline.Contracts;
using Dateline.Parser.Html.Tree;
using Dateline.Parser.Text;

namespace Dateline.Parser.Html;

/// <summary>
/// Finds the headline of pages that declare none: templates write the same title on every page, or the headline with much around it,
/// and the story opens with its own heading.
/// </summary>
internal static class OpeningHeadline
{
    private const int MaxHeadings = 100;

    /// <summary>Words: more are the lead.</summary>
    private const int MaxWords = 20;

    /// <summary>Shorter words are in any text.</summary>
    private const int WordLength = 4;

    /// <param name="page">The page.</param>
    /// <param name="title">As the page declares it.</param>
    /// <param name="agreement">How many of the page's titles say so.</param>
    /// <param name="blocks">The story's.</param>
    /// <returns>Null where the title is the story's own.</returns>
    public static string? Find(HtmlPage page, string? title, int agreement, IReadOnlyList<Block> blocks)
    {
        if (title is null || agreement > 1 || blocks is not [{ Kind: BlockKind.Heading } first, _, ..] || WordCount.Of(first.Text) < 2 || IsShown(page, title))
            return null;

        var heading = TextCleaner.Line(first.Text);
        if (heading.Length < title.Length && title.Contains(heading, StringComparison.OrdinalIgnoreCase))
            return heading;
        return WordCount.Of(heading) is >= 3 and <= MaxWords && !SpeaksOf(blocks, title) ? heading : null;
    }

    /// <summary>What readers see as a heading is a headline, wherever the story begins.</summary>
    private static bool IsShown(HtmlPage page, string title) =>
        page.QuerySelectorAll("h1, h2, h3").Take(MaxHeadings).Any(heading => PageText.Of(heading).Contains(title, StringComparison.OrdinalIgnoreCase));

    private static bool SpeaksOf(IReadOnlyList<Block> blocks, string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ':', ';', '!', '?', '"', '(', ')', '|', '»', '«', '“', '”')).Where(word => word.Length >= WordLength).ToList();
        return words.Count == 0 || words.Exists(word => blocks.Any(block => block.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
