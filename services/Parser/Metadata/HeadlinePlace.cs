using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Parser.Html;

namespace Dateline.Parser.Metadata;

/// <summary>Knows where a page's headline stands, and so which elements belong to other stories, to comments or to the frame.</summary>
internal sealed partial class HeadlinePlace
{
    /// <summary>Boxes are nested a few deep; measuring each of a thousand would read the page a thousand times.</summary>
    private const int MaxHolders = 100;

    private readonly IHtmlDocument page;
    private readonly HashSet<IElement> around = [];
    private readonly Dictionary<IElement, bool> holders = [];
    private int? total;

    /// <param name="page">The page.</param>
    /// <param name="headline">As it was chosen among the page's titles: a logo is often a heading, too.</param>
    public HeadlinePlace(IHtmlDocument page, string? headline = null)
    {
        this.page = page;
        var title = PageTree.Text(page.QuerySelector("title"));
        Headline = page.QuerySelectorAll("h1, h2, h3, h4").Take(60)
            .Select(heading => (heading, text: PageTree.Text(heading)))
            .Where(pair => pair.text.Length > 3 && (pair.heading.LocalName == "h1" || Names(pair.text) || title.Contains(pair.text, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(pair => (Names(pair.text) ? 4 : 0) + (title.Contains(pair.text, StringComparison.OrdinalIgnoreCase) ? 2 : 0) + (pair.heading.LocalName == "h1" ? 1 : 0))
            .Select(pair => pair.heading)
            .FirstOrDefault();
        for (var element = Headline; element is not null; element = element.ParentElement)
            around.Add(element);

        bool Names(string text) => headline is { Length: > 3 } && text.Contains(headline, StringComparison.OrdinalIgnoreCase);
    }

    public IElement? Headline { get; }

    /// <summary>What holds the headline too is never elsewhere, however its classes are called.</summary>
    /// <param name="element">Anything on the page.</param>
    /// <param name="byName">False: what stands right beside the headline, where a box is the headline's own however it is called.</param>
    public bool IsElsewhere(IElement element, bool byName = true)
    {
        var inArticle = false;
        for (var up = element; up is not null && up.LocalName is not ("body" or "html") && !around.Contains(up); up = up.ParentElement)
        {
            inArticle |= up.LocalName == "article";
            if (up.LocalName is "nav" or "form" || (byName && up.LocalName == "aside") || (up.LocalName == "footer" && up.Closest("article") is null))
                return true;
            if (up.LocalName == "li" && up.QuerySelectorAll("a").Any(link => link.TextContent.Length > 25))
                return true;
            if (up.LocalName == "article" && Headline?.Closest("article") is { } own && own != up)
                return true;
            if (Comment().IsMatch($"{up.ClassName} {up.Id}") || (byName && Other().IsMatch($"{up.ClassName} {up.Id}") && !HoldsThePage(up) && !(up == element && IsBesideHeadline(up))))
                return true;
        }

        return false;
    }

    /// <summary>Templates call the column of the story a widget, too: what has half of the page's text is no box beside it.</summary>
    private bool HoldsThePage(IElement element)
    {
        if (!holders.TryGetValue(element, out var holds) && holders.Count < MaxHolders)
            holders[element] = holds = Length(element) * 2 > (total ??= page.Body is { } body ? Length(body) : 0);
        return holds;
    }

    /// <summary>"teaser-meta" right over a headline dates that headline.</summary>
    private bool IsBesideHeadline(IElement element) =>
        element.ParentElement is { } parent && parent == Headline?.ParentElement && parent.LocalName != "body" && element.TextContent.Length < 60;

    private static int Length(IElement element) =>
        element.Descendants<IText>().Where(text => text.Parent is not (IHtmlScriptElement or IHtmlStyleElement)).Sum(text => text.Length);

    /// <summary>Comments may be longer than the story.</summary>
    [GeneratedRegex("comment", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"related|teaser|sidebar|widget|recommend|more-?(?:news|stories)|also-?like|popular|trending|footer-(?:widget|menu|nav)|copyright|calendar|navbar|breaking|ticker|hours|prev|next-", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Other();
}
