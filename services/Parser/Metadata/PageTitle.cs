using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Parser.Html;
using Dateline.Parser.Text;

namespace Dateline.Parser.Metadata;

/// <summary>Finds a page's headline among its titles, without the site's name.</summary>
internal static class PageTitle
{
    private const int MaxLength = 400;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • "];

    public static string? Find(IHtmlDocument page, string? jsonHeadline, MetaTags meta, string? siteName)
    {
        var heading = Heading(page);
        var openGraph = meta.First("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", "sailthru.title");
        var element = PageTree.Text(page.QuerySelector("head > title") ?? page.QuerySelector("title"));

        // Publishers shorten titles for sharing and for search; where the page's own heading is part of one, it is the headline.
        if (heading is not null && new[] { jsonHeadline, openGraph, element }.Any(other => Contains(other, heading)))
            return heading;

        var candidate = new[] { jsonHeadline, openGraph, heading, element }.FirstOrDefault(title => !string.IsNullOrWhiteSpace(title));
        return candidate is null || candidate.Length > MaxLength ? null : WithoutSite(TextCleaner.Line(candidate), siteName);
    }

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

    private static string WithoutSite(string title, string? siteName)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
                continue;

            var tail = title[(at + separator.Length)..];
            var named = siteName is not null && tail.Contains(siteName, StringComparison.OrdinalIgnoreCase);

            // Without a known name only the bar and its kin are safe: headlines themselves have dashes.
            if (named || (siteName is null && separator is " | " or " :: " or " » " && WordCount.Of(tail) <= 4 && WordCount.Of(title.AsSpan(0, at)) >= 3))
                return title[..at].Trim();
        }

        return title;
    }
}
