using Dateline.Parser.Html.Tree;
using Dateline.Parser.Text;

namespace Dateline.Parser.Html;

/// <summary>Counts what a page links to as other stories, by headings and by links that read like headlines.</summary>
internal static class Headlines
{
    private const int MaxLinks = 1000;

    /// <summary>Words of a link: fewer are navigation, more are a passage that happens to be linked.</summary>
    private const int MinWords = 4;
    private const int MaxWords = 60;

    /// <summary>A heading with its teaser and a "more" link comes to less.</summary>
    private const int MaxTeaser = 400;

    /// <summary>Headings that are links, all headlines with these, and the characters of the links.</summary>
    public static (int Headed, int All, int Length) Count(Node body)
    {
        var headed = body.QuerySelectorAll("h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4").Count(link => PageText.Words(link) >= MinWords - 1);
        var teasers = body.QuerySelectorAll("h2, h3, h4").Take(MaxLinks).Count(IsTeaser);
        var links = body.QuerySelectorAll("a[href]").Take(MaxLinks)
            .Where(link => link.Closest("nav, footer, aside") is null && link.QuerySelector("h2, h3, h4") is null && link.Closest("h2, h3, h4") is null)
            .DistinctBy(link => link.GetAttribute("href"))
            .Where(link => PageText.Words(link) is >= MinWords and <= MaxWords && !IsInSentence(link))
            .ToList();
        return (headed, headed + teasers + links.Count, links.Sum(link => link.TextLength) + ((headed + teasers) * MaxTeaser / 4));
    }

    /// <summary>A paragraph that begins with a linked headline announces another story.</summary>
    public static bool Opens(Node paragraph) =>
        paragraph.QuerySelector("a[href]") is { } link
        && PageText.Words(link) >= MinWords
        && paragraph.TextContent.AsSpan().TrimStart().StartsWith(link.TextContent.AsSpan().Trim(), StringComparison.Ordinal);

    private static bool IsInSentence(Node link) =>
        link.Closest("p") is { } paragraph && !Opens(paragraph);

    private static bool IsTeaser(Node heading) =>
        heading.QuerySelector("a") is null
        && heading.Closest("a") is null
        && PageText.Words(heading) >= MinWords - 1
        && heading.ParentElement is { } parent
        && parent.Tag is not (Tag.Body or Tag.Main or Tag.Article)
        && parent.QuerySelector("a[href]") is not null
        && IsShort(parent);

    /// <summary>Stops counting early: a thousand headings may share one long parent.</summary>
    private static bool IsShort(Node element)
    {
        var length = 0;
        return element.Texts.All(text => (length += text.Length) < MaxTeaser);
    }
}
