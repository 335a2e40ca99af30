using System.Net;
using System.Text.RegularExpressions;
using Dateline.Parser.Html;
using Dateline.Parser.Html.Tree;
using Dateline.Parser.Text;

namespace Dateline.Parser.Metadata;

/// <summary>Finds a page's headline among its titles, without the site's name.</summary>
internal static partial class PageTitle
{
    private const int MaxLength = 400;

    /// <summary>Headlines of other stories in an h1 share a word or two with a title; a rewritten one half of them.</summary>
    private const double MinShared = 0.4;

    /// <summary>A title for sharing with fewer words of the heading may be a remark about the story.</summary>
    private const double MinSharedNews = 0.25;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • "];

    public static string? Find(HtmlPage page, LinkedData data, MetaTags meta, string? siteName, string? url)
    {
        var site = new SiteMark(siteName, url);
        var json = data.Article is { } article ? JsonFields.Text(article, "headline", "name") : null;
        var openGraph = Unescaped(meta.First("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", "sailthru.title"));
        var element = Unescaped(PageText.Of(page.QuerySelector("head > title") ?? page.QuerySelector("title")));
        string?[] others = [json, openGraph, element];
        var (heading, trail) = Headings(page, site, others);

        if (data.IsNews && Shared(json, openGraph, heading, trail) is { } agreed)
            return WithoutSite(agreed, site, [.. others, heading]);

        // Publishers shorten titles for sharing and for search: a heading that is part of one is the headline. Where no
        // newsroom declares a headline, so is a heading that speaks of the same in other words.
        if (heading is not null && (others.Any(other => Contains(other, heading)) || ((json is null || !data.IsNews) && others.Any(other => Share(other, heading) >= MinShared))))
            return WithoutSite(heading, site, others);

        var candidate = new[] { json, openGraph, heading, element, trail }.FirstOrDefault(title => !string.IsNullOrWhiteSpace(title) && !site.Is(title));
        if (candidate is null || candidate.Length > MaxLength)
            return null;

        // Whatever follows the headline that the page names in so many words is section and site.
        var line = TextCleaner.Line(candidate);
        return meta.First("headline") is { } named && WordCount.Of(named) >= 3 && line.StartsWith(named, StringComparison.OrdinalIgnoreCase)
            ? named
            : WithoutSite(line, site, [.. others, heading, trail]);
    }

    /// <summary>
    /// The headline that a newsroom gives its story where its titles differ: the one it declares twice; else the one for
    /// sharing, as the heading and the JSON-LD then are written for search, if it speaks of the same. Null where the heading will do.
    /// </summary>
    private static string? Shared(string? json, string? openGraph, string? heading, string? trail)
    {
        if (json is null || openGraph is null)
            return null;
        if (Same(json, openGraph))
            return openGraph;
        if (heading is null)
            return trail is not null && Same(json, trail) ? openGraph : null;
        return Same(json, heading) && !Contains(openGraph, heading) && Share(openGraph, heading) >= MinSharedNews ? openGraph : null;
    }

    /// <summary>How many of the page's own titles contain the chosen one.</summary>
    public static int Agreement(HtmlPage page, LinkedData data, MetaTags meta, string? title)
    {
        if (title is null)
            return 0;

        string?[] titles = [data.Article is { } article ? JsonFields.Text(article, "headline", "name") : null, meta.First("og:title"), PageText.Of(page.QuerySelector("title"))];
        return titles.Count(other => Contains(other, title)) + (page.QuerySelectorAll("h1, h2").Take(20).Any(heading => Contains(PageText.Of(heading), title)) ? 1 : 0);
    }

    /// <summary>The share of the heading's words that the other title has too.</summary>
    private static double Share(string? other, string heading)
    {
        if (other is null)
            return 0;

        var words = Words(heading);
        var known = Words(other);
        return words.Count < 3 ? 0 : (double)words.Count(known.Contains) / words.Count;
    }

    private static HashSet<string> Words(string title) =>
        title.Split([' ', ',', ':', '?', '!', '"', '“', '”', '(', ')', '|', '–', '—', '.'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The only h1, or the one inside the article; and one that is the last step of a trail, or for search engines only.</summary>
    private static (string? Heading, string? Trail) Headings(HtmlPage page, SiteMark site, string?[] others)
    {
        var trails = page.QuerySelectorAll("h1").ToLookup(IsTrail);
        var headings = trails[false].ToArray();
        var chosen = headings.Length == 1
            ? (Node?)headings[0]
            : headings.Where(heading => heading.Closest("article, main") is not null).Take(2).ToArray() is [var inside] ? inside : null;
        return (Usable(WithoutKicker(chosen, others)), Usable(PageText.Of(trails[true].Select(trail => (Node?)trail).FirstOrDefault())));

        string? Usable(string written) => Unescaped(written) is { } text && WordCount.Of(text) >= 2 && text.Length <= MaxLength && !site.Is(text) ? text : null;
    }

    private static bool IsTrail(Node heading)
    {
        foreach (var attribute in heading.Attributes)
        {
            if (Trail().IsMatch(attribute.Name) || (attribute.Name is "class" or "id" && Trail().IsMatch(attribute.Value)))
                return true;
        }

        return false;
    }

    /// <summary>Templates put the line over the headline into the same element; it belongs to it only where a title says so.</summary>
    private static string WithoutKicker(Node? heading, string?[] others)
    {
        var text = PageText.Of(heading);
        if (heading?.Children.Select(child => (Node?)child).FirstOrDefault() is not { ClassName: { } name } first || !Kicker().IsMatch(name) || others.Any(other => Same(other, text)))
            return text;

        var kicker = PageText.Of(first);
        var rest = kicker.Length > 0 && text.StartsWith(kicker, StringComparison.Ordinal) ? text[kicker.Length..].TrimStart(' ', ':', '-', '–', '—', '|', '/', '·', '.') : "";
        return WordCount.Of(rest) >= 2 ? rest : text;
    }

    /// <summary>Templates escape what the content system had escaped before.</summary>
    private static string? Unescaped(string? title) => title is not null && title.Contains('&') && title.Contains(';') ? WebUtility.HtmlDecode(title) : title;

    private static bool Same(string? one, string? other) =>
        one is not null && other is not null && TextCleaner.Line(one).Trim().Equals(TextCleaner.Line(other).Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool Contains(string? other, string heading) =>
        other is not null && TextCleaner.Line(other).Contains(heading, StringComparison.OrdinalIgnoreCase);

    private static string WithoutSite(string title, SiteMark site, string?[] others)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
                continue;

            string head = title[..at].Trim(), tail = title[(at + separator.Length)..].Trim();
            if (site.Is(tail) || (WordCount.Of(head) >= 2 && others.Any(other => head.Equals(other?.Trim(), StringComparison.OrdinalIgnoreCase))))
                return head;
            if (site.Is(head) && WordCount.Of(tail) >= 3)
                return tail;

            // Without a known name only the bar and its kin are safe: headlines themselves have dashes.
            if (separator is " | " or " :: " or " » " && WordCount.Of(tail) <= 4 && WordCount.Of(head) >= 3 && (!site.IsNamed || tail.Equals("blog", StringComparison.OrdinalIgnoreCase)))
                return head;
        }

        return title;
    }

    [GeneratedRegex(@"bread-?crumb|seo-?(?:title|headline)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Trail();

    [GeneratedRegex(@"kicker|over-?line|top-?line|eyebrow|dachzeile|spitzmarke|surtitre|antetitulo|occhiello|pre-?title|roofline", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Kicker();
}
