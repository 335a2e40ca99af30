using System.Text.RegularExpressions;
using Dateline.Parser.Html;
using Dateline.Parser.Html.Tree;

namespace Dateline.Parser.Metadata;

/// <summary>Knows where a page's headline stands, and so which elements belong to other stories, to comments or to the frame.</summary>
internal sealed partial class HeadlinePlace
{
    /// <summary>Boxes are nested a few deep; measuring each of a thousand would read the page a thousand times.</summary>
    private const int MaxHolders = 100;

    private readonly HtmlPage page;
    private readonly HashSet<Node> around = [];
    private readonly Dictionary<Node, bool> holders = [];
    private readonly Dictionary<Node, (bool Comment, bool Other)> called = [];
    private int? total;

    /// <param name="page">The page.</param>
    /// <param name="headline">As it was chosen among the page's titles: a logo is often a heading, too.</param>
    public HeadlinePlace(HtmlPage page, string? headline = null)
    {
        this.page = page;
        var title = PageText.Of(page.QuerySelector("title"));
        Headline = page.QuerySelectorAll("h1, h2, h3, h4").Take(60)
            .Select(heading => (heading, text: PageText.Of(heading)))
            .Where(pair => pair.text.Length > 3 && (pair.heading.LocalName == "h1" || Names(pair.text) || title.Contains(pair.text, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(pair => (Names(pair.text) ? 4 : 0) + (title.Contains(pair.text, StringComparison.OrdinalIgnoreCase) ? 2 : 0) + (pair.heading.LocalName == "h1" ? 1 : 0))
            .Select(pair => (Node?)pair.heading)
            .FirstOrDefault();
        for (var element = Headline; element is not null; element = element.Value.ParentElement)
            around.Add(element.Value);

        bool Names(string text) => headline is { Length: > 3 } && text.Contains(headline, StringComparison.OrdinalIgnoreCase);
    }

    public Node? Headline { get; }

    /// <summary>What holds the headline too is never elsewhere, however its classes are called.</summary>
    /// <param name="element">Anything on the page.</param>
    /// <param name="byName">False: what stands right beside the headline, where a box is the headline's own however it is called.</param>
    public bool IsElsewhere(Node element, bool byName = true)
    {
        var inArticle = false;
        for (var at = (Node?)element; at is { } up && up.Tag is not (Tag.Body or Tag.Html) && !around.Contains(up); at = up.ParentElement)
        {
            inArticle |= up.Tag == Tag.Article;
            if (up.Tag is Tag.Nav or Tag.Form || (byName && up.Tag == Tag.Aside) || (up.Tag == Tag.Footer && up.Closest("article") is null))
                return true;
            if (up.Tag == Tag.Li && up.QuerySelectorAll("a").Any(link => link.TextLength > 25))
                return true;
            if (up.Tag == Tag.Article && Headline?.Closest("article") is { } own && own != up)
                return true;
            var (comment, other) = Named(up);
            if (comment || (byName && other && !HoldsThePage(up) && !(up == element && IsBesideHeadline(up))))
                return true;
        }

        return false;
    }

    /// <summary>What an element is called; much on a page stands in the same few boxes.</summary>
    private (bool Comment, bool Other) Named(Node element)
    {
        if (!called.TryGetValue(element, out var found))
        {
            var names = $"{element.ClassName} {element.Id}";
            called[element] = found = names.Length == 1 ? default : (Comment().IsMatch(names), Other().IsMatch(names));
        }

        return found;
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
    [GeneratedRegex("comment", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"related|teaser|sidebar|widget|recommend|more-?(?:news|stories)|also-?like|popular|trending|footer-(?:widget|menu|nav)|copyright|calendar|navbar|breaking|ticker|hours|prev|next-", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Other();
}
