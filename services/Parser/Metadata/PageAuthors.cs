using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Parser.Html;
using Dateline.Parser.Html.Tree;
using Dateline.Parser.Text;

namespace Dateline.Parser.Metadata;

/// <summary>Finds who wrote a page's article: from what was written for machines, then from the byline.</summary>
internal static partial class PageAuthors
{
    private const int MaxElements = 40;
    private const int MaxCloseTexts = 25;

    /// <summary>More texts in one element are a box about the author, or a list.</summary>
    private const int MaxParts = 12;

    private static readonly string[] Names = ["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "cxenseparse:author", "article:byline", "byl", "citation_author", "twitter:creator:name"];

    private static readonly string[] Selectors =
    [
        "[itemprop=author] [itemprop=name]", "[itemprop=author]", "[rel~=author]", "[class*=byline] a", "[class*=byline]", "[class*=author-name], [class*=author_name], [class*=authorName]", ".author a, .author",
        "[class*=author] a", "a[href*='/author/'], a[href*='/authors/'], a[href*='/autor/'], a[href*='/autoren/'], a[href*='/auteur/']", "[class*=author]",
    ];

    /// <summary>Vietnamese and Turkish papers sign on the right under the story.</summary>
    private const string Signature = "p[style*='text-align:right'], p[style*='text-align: right'], p[align=right], p[class*=text-right], [class*=signature]";

    /// <summary>People first; an organisation only where nobody else signs, and the site itself only where it says so as the author.</summary>
    public static void Read(HtmlPage page, LinkedData data, MetaTags meta, SiteMark site, Draft draft)
    {
        var (names, shown) = Find(page, data, meta, site);
        draft.Authors.AddRange(names);
        draft.AuthorsShown = shown;
        draft.Organisations.AddRange(names.Where(name => IsNobody(name, site)));
    }

    private static (IReadOnlyList<string> Names, bool Shown) Find(HtmlPage page, LinkedData data, MetaTags meta, SiteMark site)
    {
        List<string> organisation = [];
        foreach (var (found, shown) in Found(page, data, meta))
        {
            // Where JSON-LD lists several authors, each is one, whatever it is.
            if (found.Count > 1 && !shown && organisation.Count == 0 && data.Values("author").Count() == found.Count && found.Exists(name => !IsNobody(name, site)))
                return (found.Where(name => !site.Is(name) && !PersonName.IsLogin(name)).ToList(), false);

            var people = found.Where(name => !IsNobody(name, site)).ToList();

            // Where an organisation is declared, a page has to show a person's full name to be believed more.
            if (people.Count > 0 && (!shown || organisation.Count == 0 || people.TrueForAll(PersonName.Is)))
                return (people, shown);
            if (organisation.Count == 0)
                organisation = found.Where(name => !PersonName.IsLogin(name) || site.Is(name) || Bylines.IsAgency(name)).ToList();
        }

        return (organisation, false);
    }

    /// <summary>True for the site, an agency or a desk, and for the name that a user signs in with.</summary>
    private static bool IsNobody(string name, SiteMark site) => site.Is(name) || PersonName.IsOrganisation(name) || PersonName.IsLogin(name);

    private static IEnumerable<(List<string> Names, bool Shown)> Found(HtmlPage page, LinkedData data, MetaTags meta)
    {
        yield return (Clean(data.Values("author").Concat(data.Values("creator")).Select(JsonFields.Text).OfType<string>().SelectMany(Bylines.All)), false);
        foreach (var name in Names)
        {
            // Libraries write "Family, Given", one in each element.
            var fields = meta.All(name);
            yield return (Clean((name == "citation_author" ? fields.Select(GivenFirst) : fields).SelectMany(Bylines.All)), false);
        }

        yield return (Clean(meta.Labelled(AuthorLabel()).SelectMany(Bylines.All)), false);

        var place = new HeadlinePlace(page);
        foreach (var selector in Selectors)
            yield return (Clean(OneByline(page.QuerySelectorAll(selector).Take(MaxElements).Where(element => !place.IsElsewhere(element))).SelectMany(Shown)), true);

        yield return (CloseToHeadline(page, place), true);
        yield return ([.. page.QuerySelectorAll(Signature).Take(MaxElements).Where(element => !place.IsElsewhere(element)).Select(element => PageText.Of(element)).Where(PersonName.Is).Take(1)], true);
        yield return (Clean(Labelled(page)), true);
    }

    /// <summary>The first element and those beside it: later ones sign other stories.</summary>
    private static IEnumerable<Node> OneByline(IEnumerable<Node> elements)
    {
        Node? first = null;
        foreach (var element in elements.Where(element => PageText.Of(element).Length > 0))
        {
            first ??= element;
            if (element == first || element.ParentElement == first?.ParentElement || (element.ParentElement?.ParentElement is { } above && above == first?.ParentElement?.ParentElement && above.LocalName is not ("body" or "main")))
                yield return element;
        }
    }

    /// <summary>The names that the parts of an element are, or else those of its whole text.</summary>
    private static IEnumerable<string> Shown(Node element)
    {
        var parts = Texts(element).Take(MaxParts + 1).ToList();
        if (parts.Count is > 1 and <= MaxParts)
        {
            var people = parts.SelectMany(Bylines.All).Where(PersonName.Is).ToList();
            if (people.Count > 0)
                return people;
        }

        var text = string.Join(' ', parts);
        var names = text.Length < 160 ? Bylines.All(text) : [];

        // "Ana Ruiz, Lakeside": a single word beside full names is where it was written.
        return names.Count == 2 && PersonName.Is(names[0]) ? names.Where(name => name.Contains(' ') || PersonName.Is(name)) : names;
    }

    private static IEnumerable<string> Texts(Node node) => node.Texts
        .Where(text => text.ParentElement is not { LocalName: "script" or "style" or "noscript" or "button" or "template" } && !text.Data.IsWhiteSpace())
        .Select(text => text.Length > 200 ? "" : TextCleaner.Line(text.Data));

    /// <summary>"By Ana Ruiz" shortly behind the headline, in one text or with the name in the next.</summary>
    private static List<string> CloseToHeadline(HtmlPage page, HeadlinePlace place)
    {
        if (place.Headline is not { } headline || page.Body is not { } body)
            return [];

        var texts = body.Texts
            .Where(text => text.ParentElement is { LocalName: not ("script" or "style" or "noscript") } && !text.Data.IsWhiteSpace())
            .SkipWhile(text => !headline.Contains(text))
            .Take(MaxCloseTexts)
            .Select(text => text.Length > 200 ? "" : TextCleaner.Line(text.Data))
            .ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            var line = Bylines.IsLabel(texts[i]) && i + 1 < texts.Count ? $"{texts[i].TrimEnd(':')} {texts[i + 1]}" : texts[i];
            if (Bylines.Read(line) is { Count: > 0 } names)
                return [.. names.Where(name => name.Contains(' ') || !name.Any(char.IsLower))];
        }

        return [];
    }

    /// <summary>"Autor: Jan Kos" and "（责编：王小明）" anywhere in the story, the name in the same text or in the next.</summary>
    private static IEnumerable<string> Labelled(HtmlPage page)
    {
        if (page.Body is not { } body)
            return [];

        string? label = null;
        foreach (var node in body.Texts)
        {
            if (node.Length > 200 || node.Data.IsWhiteSpace() || node.ParentElement is not { LocalName: not ("script" or "style" or "noscript") } parent)
                continue;

            var text = TextCleaner.Line(node.Data);
            var line = label is null ? text : $"{label}: {text}";
            label = AuthorLabel().Match(text) is { Success: true } alone && alone.Length == text.Length ? text.TrimEnd(':', '：', ' ') : null;
            if (label is null && LabelledNames().Match(line) is { Success: true } match && parent.Closest("[class*=comment], [id*=comment], nav, form") is null
                && Bylines.All(match.Groups["who"].Value).Where(PersonName.Is).ToList() is { Count: > 0 } names)
                return names;
        }

        return [];
    }

    private static string GivenFirst(string name) =>
        name.Split(',') is [var family, var given] ? $"{given.Trim()} {family.Trim()}" : name;

    /// <summary>Numbers are dates, counts of followers and keys of databases.</summary>
    private static List<string> Clean(IEnumerable<string> names) =>
        [.. names.Where(name => !name.Contains(':') && name.Count(char.IsDigit) <= name.Count(char.IsLetter) / 2 && Dates.DateParser.Parse(name) is null).Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex(@"^(?:written by|author|authors|author\(s\)|words by|verfasst von|autor(?:in)?(?:/autor(?:in)?)?|écrit par|auteur|escrito por|geschreven door|scritto da|autore|napisane przez|skrevet av|skriven av|yazar|автор|написано автором|作者|记者|责编|責編|编辑)\s*[:：]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex AuthorLabel();

    [GeneratedRegex(@"^\W{0,2}(?:author|authors|author\(s\)|autor(?:in)?(?:/autor(?:in)?)?|auteur|autore|yazar|автор|作者|记者|责编|責編|编辑|written by|words by)\s*[:：]\s*(?<who>.{2,80}?)\W{0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LabelledNames();
}
