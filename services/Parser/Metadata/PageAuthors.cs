using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Parser.Html;

namespace Dateline.Parser.Metadata;

/// <summary>Finds who wrote a page's article: from what was written for machines, then from the byline.</summary>
internal static class PageAuthors
{
    private static readonly string[] Names = ["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "citation_author", "twitter:creator:name"];

    private static readonly string[] Selectors =
        ["[itemprop=author] [itemprop=name]", "[itemprop=author]", "[rel=author]", "[class*=byline] a", "[class*=byline]", "[class*=author-name]", ".author a, .author", "[class*=author] a"];

    public static IReadOnlyList<string> Find(IHtmlDocument page, JsonElement? article, MetaTags meta)
    {
        if (article is { } node && Clean(JsonFields.Texts(node, "author").Concat(JsonFields.Texts(node, "creator"))) is { Count: > 0 } declared)
            return declared;

        foreach (var name in Names)
        {
            if (Clean(meta.All(name)) is { Count: > 0 } found)
                return found;
        }

        foreach (var selector in Selectors)
        {
            var elements = page.QuerySelectorAll(selector).Where(element => element.Closest("aside, nav, footer, [class*=comment], [class*=related]") is null).Take(5);
            if (Clean(elements.Select(element => PageTree.Text(element)).Where(text => text.Length < 160)) is { Count: > 0 } found)
                return found;
        }

        return [];
    }

    private static List<string> Clean(IEnumerable<string> fields) =>
        [.. fields.SelectMany(Bylines.Names).Where(name => !name.Any(char.IsDigit)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
