using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Parser.Html;

namespace Dateline.Parser.Metadata;

/// <summary>Knows where a page's headline stands, and so which elements belong to other stories, to comments or to the frame.</summary>
internal sealed partial class HeadlinePlace
{
    private readonly HashSet<IElement> around = [];

    public HeadlinePlace(IHtmlDocument page)
    {
        var title = PageTree.Text(page.QuerySelector("title"));
        Headline = page.QuerySelectorAll("h1, h2, h3").Take(60)
            .Select(heading => (heading, text: PageTree.Text(heading)))
            .Where(pair => pair.text.Length > 3 && (pair.heading.LocalName == "h1" || title.Contains(pair.text, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(pair => (title.Contains(pair.text, StringComparison.OrdinalIgnoreCase) ? 2 : 0) + (pair.heading.LocalName == "h1" ? 1 : 0))
            .Select(pair => pair.heading)
            .FirstOrDefault();
        for (var element = Headline; element is not null; element = element.ParentElement)
            around.Add(element);
    }

    public IElement? Headline { get; }

    /// <summary>What holds the headline too is never elsewhere, however its classes are called.</summary>
    public bool IsElsewhere(IElement element)
    {
        var inArticle = false;
        for (var up = element; up is not null && up.LocalName is not ("body" or "html") && !around.Contains(up); up = up.ParentElement)
        {
            inArticle |= up.LocalName == "article";
            if (up.LocalName is "aside" or "nav" or "form" || (up.LocalName == "footer" && up.Closest("article") is null))
                return true;
            if (up.LocalName == "li" && up.QuerySelectorAll("a").Any(link => link.TextContent.Length > 25))
                return true;
            if (up.LocalName == "article" && Headline?.Closest("article") is { } own && own != up)
                return true;
            if (Other().IsMatch(up.ClassName ?? "") || Other().IsMatch(up.Id ?? ""))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"comment|related|teaser|sidebar|widget|recommend|more-?(?:news|stories)|also-?like|popular|trending|footer-(?:widget|menu|nav)|copyright|calendar|navbar|breaking|ticker|prev|next-", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Other();
}
