using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Parser.Html;
using Dateline.Parser.Text;

namespace Dateline.Parser.Metadata;

/// <summary>Finds who wrote a page's article: from what was written for machines, then from the byline.</summary>
internal static class PageAuthors
{
    private const int MaxElements = 40;
    private const int MaxCloseTexts = 25;

    private static readonly string[] Names = ["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "citation_author", "twitter:creator:name"];

    private static readonly string[] Selectors =
    [
        "[itemprop=author] [itemprop=name]", "[itemprop=author]", "[rel~=author]", "[class*=byline] a", "[class*=byline]", "[class*=author-name], [class*=author_name], [class*=authorName]", ".author a, .author",
        "[class*=author] a", "a[href*='/author/'], a[href*='/authors/'], a[href*='/autor/'], a[href*='/autoren/'], a[href*='/auteur/']", "[class*=author]",
    ];

    /// <summary>People first; an organisation only where nobody else signs, and the site itself only where it says so as the author.</summary>
    public static IReadOnlyList<string> Find(IHtmlDocument page, JsonElement? article, MetaTags meta, string? siteName)
    {
        var site = new SiteMark(siteName, null);
        IReadOnlyList<string> organisation = [];
        foreach (var found in Found(page, article, meta))
        {
            if (found.Count == 0)
                continue;
            if (!found.TrueForAll(name => site.Is(name) || Bylines.IsAgency(name)))
                return found.Count > 1 ? [.. found.Where(name => !site.Is(name))] : found;
            if (organisation.Count == 0)
                organisation = found;
        }

        return organisation;
    }

    private static IEnumerable<List<string>> Found(IHtmlDocument page, JsonElement? article, MetaTags meta)
    {
        if (article is { } node)
            yield return Clean(JsonFields.Texts(node, "author").Concat(JsonFields.Texts(node, "creator")));

        foreach (var name in Names)
        {
            // Libraries write "Family, Given", one in each element.
            var fields = meta.All(name);
            yield return Clean(name == "citation_author" ? fields.Select(GivenFirst) : fields);
        }

        var place = new HeadlinePlace(page);
        foreach (var selector in Selectors)
            yield return Clean(OneByline(page.QuerySelectorAll(selector).Take(MaxElements).Where(element => !place.IsElsewhere(element))).Select(element => PageTree.Text(element)).Where(text => text.Length < 160));

        yield return CloseToHeadline(page, place);
    }

    /// <summary>The first element and those beside it: later ones sign other stories.</summary>
    private static IEnumerable<IElement> OneByline(IEnumerable<IElement> elements)
    {
        IElement? first = null;
        foreach (var element in elements.Where(element => PageTree.Text(element).Length > 0))
        {
            first ??= element;
            if (element == first || element.ParentElement == first.ParentElement || (element.ParentElement?.ParentElement is { } above && above == first.ParentElement?.ParentElement && above.LocalName is not ("body" or "main")))
                yield return element;
        }
    }

    /// <summary>"By Ana Ruiz" shortly behind the headline, in one text or with the name in the next.</summary>
    private static List<string> CloseToHeadline(IHtmlDocument page, HeadlinePlace place)
    {
        if (place.Headline is not { } headline || page.Body is not { } body)
            return [];

        var texts = body.Descendants<IText>()
            .Where(text => text.ParentElement is { LocalName: not ("script" or "style" or "noscript") } && !string.IsNullOrWhiteSpace(text.Data))
            .SkipWhile(text => !headline.Contains(text))
            .Take(MaxCloseTexts)
            .Select(text => TextCleaner.Line(text.Length > 200 ? "" : text.Data))
            .ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            var line = Bylines.IsLabel(texts[i]) && i + 1 < texts.Count ? $"{texts[i].TrimEnd(':')} {texts[i + 1]}" : texts[i];
            if (Bylines.Read(line) is { Count: > 0 } names)
                return [.. names.Where(name => name.Contains(' '))];
        }

        return [];
    }

    private static string GivenFirst(string name) =>
        name.Split(',') is [var family, var given] ? $"{given.Trim()} {family.Trim()}" : name;

    private static List<string> Clean(IEnumerable<string> fields) =>
        [.. fields.SelectMany(Bylines.Names).Where(name => !name.Any(char.IsDigit)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
