using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Parser.Html;
using Dateline.Parser.Text;

namespace Dateline.Parser.Metadata;

/// <summary>Finds a page's headline among its titles, without the site's name.</summary>
internal static class PageTitle
{
    private const int MaxLength = 400;

    /// <summary>Headlines of other stories in an h1 share a word or two with a title; a rewritten one half of them.</summary>
    private const double MinShared = 0.4;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • "];

    public static string? Find(IHtmlDocument page, string? jsonHeadline, MetaTags meta, string? siteName, string? url)
    {
        var site = new SiteMark(siteName, url);
        var heading = Heading(page) is { } text && !site.Is(text) ? text : null;
        var openGraph = meta.First("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", "sailthru.title");
        var element = PageTree.Text(page.QuerySelector("head > title") ?? page.QuerySelector("title"));
        string?[] others = [jsonHeadline, openGraph, element];

        // Publishers shorten titles for sharing and for search: a heading that is part of one is the headline. Where no
        // headline is declared, so is a heading that speaks of the same in other words.
        if (heading is not null && (others.Any(other => Contains(other, heading)) || (jsonHeadline is null && others.Any(other => Shared(other, heading) >= MinShared))))
            return WithoutSite(heading, site, others);

        var candidate = new[] { jsonHeadline, openGraph, heading, element }.FirstOrDefault(title => !string.IsNullOrWhiteSpace(title) && !site.Is(title));
        return candidate is null || candidate.Length > MaxLength ? null : WithoutSite(TextCleaner.Line(candidate), site, [.. others, heading]);
    }

    /// <summary>The share of the heading's words that the other title has too.</summary>
    private static double Shared(string? other, string heading)
    {
        if (other is null)
            return 0;

        var words = Words(heading);
        var known = Words(other);
        return words.Count < 3 ? 0 : (double)words.Count(known.Contains) / words.Count;
    }

    private static HashSet<string> Words(string title) =>
        title.Split([' ', ',', ':', '?', '!', '"', '“', '”', '(', ')', '|', '–', '—', '.'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The only h1, or the one inside the article.</summary>
    private static string? Heading(IHtmlDocument page)
    {
        var headings = page.QuerySelectorAll("h1");
        var chosen = headings.Length == 1
            ? headings[0]
            : headings.Where(heading => heading.Closest("article, main") is not null).Take(2).ToArray() is [var inside] ? inside : null;
        var text = PageTree.Text(chosen);
        return WordCount.Of(text) >= 2 && text.Length <= MaxLength ? text : null;
    }

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
}
