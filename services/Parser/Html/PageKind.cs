using System.Text.RegularExpressions;
using Dateline.Contracts;
using Dateline.Parser.Html.Tree;
using Dateline.Parser.Text;

namespace Dateline.Parser.Html;

/// <summary>
/// Tells pages that are no article. In doubt a page is one: a listing in the archive is a nuisance, a lost story is
/// a loss.
/// </summary>
internal static partial class PageKind
{
    /// <summary>Pages that say "not found" or ask to sign in say little else.</summary>
    private const int FewWords = 160;

    /// <summary>Fewer linked headlines are the "related" box of an article.</summary>
    private const int ManyHeadlines = 6;

    /// <summary>Of links without a heading it takes more: sidebars are made of them.</summary>
    private const int ManyLinks = 8;

    /// <summary>A page that calls itself a collection needs fewer, and may explain itself at more length.</summary>
    private const int FewHeadlines = 4;
    private const int CollectionLength = 1500;

    /// <summary>Teasers are shorter.</summary>
    private const int PassageLength = 300;
    private const int EnoughPassages = 3;

    /// <summary>Teasers come to at most this many characters under one parent; an article's paragraphs to more.</summary>
    private const int TeaserLength = 600;

    /// <param name="declaredArticle">The page says in its metadata that it is an article.</param>
    /// <param name="collection">The page says in its metadata that it lists others.</param>
    public static Reading? NoArticle(HtmlPage page, string? url, string? title, bool declaredArticle, bool collection = false)
    {
        if (page.Body is not { } body)
            return Reading.None(RejectionReason.Empty, "The page has no body.");

        var prose = body.QuerySelectorAll("p").Sum(paragraph => PageText.Words(paragraph));
        var headings = string.Join(" | ", body.QuerySelectorAll("h1").Take(2).Select(heading => PageText.Of(heading)));
        var heads = $"{title} | {PageText.Of(page.QuerySelector("title"))} | {headings}";
        if (prose <= FewWords && !declaredArticle)
        {
            if (Error().IsMatch(heads))
                return Reading.None(RejectionReason.ErrorPage, $"The page says \"{Short(heads)}\" and little else. Check the address.");
            if ((body.QuerySelector("input[type=password]") is not null || SignIn().IsMatch(heads)) && LongestStory(body) <= TeaserLength)
                return Reading.None(RejectionReason.LoginWall, "The page asks to sign in or to subscribe and shows no story. Give it with the cookies of a subscription, or give the text.");
            if (Consent().IsMatch(heads + " | " + Start(body)))
                return Reading.None(RejectionReason.ConsentPage, "The page asks for consent before it shows anything. Fetch it with a consent cookie, or give the text.");
        }

        return declaredArticle ? null : Overview(body, url, collection);
    }

    private static Reading? Overview(Node body, string? url, bool collection)
    {
        var headlines = Headlines.Count(body);
        var story = LongestStory(body);
        var many = headlines.Headed >= ManyHeadlines && story <= TeaserLength;
        var links = headlines.All >= ManyLinks && story <= TeaserLength && headlines.Length >= 2 * story && headlines.Length >= UnlinkedLength(body);
        var few = collection && headlines.All >= FewHeadlines && story <= CollectionLength;
        if (!many && !((links || few) && LongPassages(body) < EnoughPassages))
            return null;

        var home = Uri.TryCreate(url, UriKind.Absolute, out var address) && HomePath().IsMatch(address.AbsolutePath);
        return home
            ? Reading.None(RejectionReason.HomePage, $"This is a front page with {headlines.All} linked headlines. Add the site as a source, or give the address of one story.")
            : Reading.None(RejectionReason.Listing, $"The page links {headlines.All} headlines and tells no story of its own. Add it as a source, or give the address of one story.");
    }

    /// <summary>Characters of paragraphs, or of text that old pages part with line breaks, under one parent.</summary>
    private static int LongestStory(Node body)
    {
        var lengths = new Dictionary<Node, int>();
        foreach (var element in body.QuerySelectorAll("p, div, td, article, section"))
        {
            var isParagraph = element.Tag == Tag.P;
            if ((isParagraph ? element.ParentElement : element) is not { } parent || element.Closest("a, nav, footer") is not null)
                continue;
            if (isParagraph && Headlines.Opens(element))
                continue;

            var length = isParagraph ? PageText.Length(element) : DirectText(element);
            lengths[parent] = lengths.GetValueOrDefault(parent) + length;
        }

        return lengths.Count == 0 ? 0 : lengths.Values.Max();
    }

    /// <summary>A story whose paragraphs do not share a parent still has paragraphs.</summary>
    private static int LongPassages(Node body) => body.QuerySelectorAll("p, li, dd, div, td, section")
        .Count(element => (element.Tag == Tag.P ? PageText.Length(element) : DirectText(element)) > PassageLength
            && element.Closest("a, nav, footer") is null && !Headlines.Opens(element));

    /// <summary>Recipes and checklists are articles of short lines, beside links enough to be an overview of others.</summary>
    private static int UnlinkedLength(Node body) => body.QuerySelectorAll("p, li, td, blockquote")
        .Where(element => element.Closest("a, nav, footer, aside") is null && element.QuerySelector("a[href], p, li, dd, td") is null)
        .Sum(element => PageText.Length(element));

    private static int DirectText(Node element)
    {
        var length = 0;
        foreach (var child in element.ChildNodes)
        {
            if (child.IsText && child.Data.Trim() is { Length: > 40 } prose)
                length += prose.Length;
        }

        return length;
    }

    private static string Start(Node body)
    {
        var text = PageText.Of(body);
        return text.Length > 600 ? text[..600] : text;
    }

    private static string Short(string heads)
    {
        var shown = heads.Split(" | ").FirstOrDefault(head => Error().IsMatch(head)) ?? heads;
        return shown.Length > 80 ? shown[..80] + "…" : shown;
    }

    [GeneratedRegex(@"^/?(?:index\.(?:html?|php|aspx?)|home/?|[a-z]{2}(?:-[a-z]{2})?/?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex HomePath();

    [GeneratedRegex(@"\b(?:error\s+)?(?:404|410|500|502|503|403)\b\s*(?:[-–:|]|error|not|forbidden|$)|\bnot\s+found\b|page\s+(?:not|cannot|can['’]t|could\s+not|doesn['’]?t|no\s+longer)\b|access\s+denied|forbidden|service\s+unavailable|bad\s+gateway|internal\s+server\s+error|something\s+went\s+wrong|attention\s+required|just\s+a\s+moment|are\s+you\s+a\s+robot|seite\s+(?:wurde\s+)?nicht\s+gefunden|page\s+(?:introuvable|non\s+trouvée)|página\s+no\s+encontrada|página\s+não\s+encontrada|pagina\s+non\s+trovata|pagina\s+niet\s+gevonden|страница\s+не\s+найдена", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Error();

    [GeneratedRegex(@"^\W*(?:log\s?in|sign\s?in|sign\s+up|subscribe)\b|\b(?:log|sign)\s?in\s+to\s+(?:continue|read)|subscribe\s+to\s+(?:continue|read)|members?\s+only|anmelden|connectez-vous|iniciar\s+sesión|войти", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex SignIn();

    [GeneratedRegex(@"before\s+you\s+continue|your\s+(?:privacy|consent)\s+(?:choices|matters|is)|we\s+(?:and\s+our\s+.{0,30})?(?:use|value|need|store)\b.{0,40}\b(?:cookies|privacy|consent)|manage\s+(?:your\s+)?(?:consent|cookies)|accept\s+all\s+cookies|cookie[- ]?(?:einstellungen|zustimmung)|wir\s+verwenden\s+cookies|nous\s+utilisons\s+des\s+cookies|utilizamos\s+cookies", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Consent();
}
