using System.Text.RegularExpressions;
using Dateline.Parser.Html.Tree;
using Dateline.Parser.Html;

namespace Dateline.Parser.Metadata;

/// <summary>Knows where a page's headline stands, and so which elements belong to other stories, to comments or to the frame.</summary>
internal sealed partial class HeadlinePlace
{
    /// <summary>Boxes are nested a few deep; measuring each of a thousand would read the page a thousand times.</summary>
    private const int MaxHolders = 100;

    private readonly HtmlPage page;
    private readonly HashSet<Node> around = [];
    private readonly Dictionary<Node, bool> holders = [];
    private int? total;

    public HeadlinePlace(HtmlPage page)
    {
        this.page = page;
        var title = PageText.Of(page.QuerySelector("title"));
        Headline = page.QuerySelectorAll("h1, h2, h3").Take(60)
            .Select(heading => (heading, text: PageText.Of(heading)))
            .Where(pair => pair.text.Length > 3 && (pair.heading.LocalName == "h1" || title.Contains(pair.text, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(pair => (title.Contains(pair.text, StringComparison.OrdinalIgnoreCase) ? 2 : 0) + (pair.heading.LocalName == "h1" ? 1 : 0))
            .Select(pair => (Node?)pair.heading)
            .FirstOrDefault();
        for (var element = Headline; element is not null; element = element.Value.ParentElement)
            around.Add(element.Value);
    }

    public Node? Headline { get; }

    /// <summary>What holds the headline too is never elsewhere, however its classes are called.</summary>
    public bool IsElsewhere(Node element)
    {
        var inArticle = false;
        for (var at = (Node?)element; at is { } up && up.Tag is not (Tag.Body or Tag.Html) && !around.Contains(up); at = up.ParentElement)
        {
            inArticle |= up.Tag == Tag.Article;
            if (up.Tag is Tag.Aside or Tag.Nav or Tag.Form || (up.Tag == Tag.Footer && up.Closest("article") is null))
                return true;
            if (up.Tag == Tag.Li && up.QuerySelectorAll("a").Any(link => link.TextLength > 25))
                return true;
            if (up.Tag == Tag.Article && Headline?.Closest("article") is { } own && own != up)
                return true;
            if (Comment().IsMatch($"{up.ClassName} {up.Id}") || (Other().IsMatch($"{up.ClassName} {up.Id}") && !HoldsThePage(up) && !(up == element && IsBesideHeadline(up))))
                return true;
        }

        return false;
    }

    /// <summary>Templates call the column of the story a widget, too: what has half of the page's text is no box beside it.</summary>
    private bool HoldsThePage(Node element)
    {
        if (!holders.TryGetValue(element, out var holds) && holders.Count < MaxHolders)
            holders[element] = holds = element.VisibleLength * 2 > (total ??= page.Body is { } body ? body.VisibleLength : 0);
        return holds;
    }

    /// <summary>"teaser-meta" right over a headline dates that headline.</summary>
    private bool IsBesideHeadline(Node element) =>
        element.ParentElement is { } parent && parent == Headline?.ParentElement && parent.LocalName != "body" && element.TextLength < 60;

    /// <summary>Comments may be longer than the story.</summary>
    [GeneratedRegex("comment", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"related|teaser|sidebar|widget|recommend|more-?(?:news|stories)|also-?like|popular|trending|footer-(?:widget|menu|nav)|copyright|calendar|navbar|breaking|ticker|hours|prev|next-", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Other();
}
