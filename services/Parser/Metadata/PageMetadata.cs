using System.Globalization;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Parser.Html.Tree;

namespace Dateline.Parser.Metadata;

/// <summary>Fills a draft with what a page says about itself: JSON-LD, OpenGraph, meta, link and time elements, byline.</summary>
internal static class PageMetadata
{
    private const int MaxTags = 50;

    /// <summary>Answers whether the page declares itself an article, or a collection of others, and the body its JSON-LD gives.</summary>
    public static (bool DeclaredArticle, bool Collection, string? ArticleBody) Read(HtmlPage page, string? url, ResponseFacts? response, Draft draft)
    {
        var meta = new MetaTags(page);
        var data = JsonLd.Find(page.QuerySelectorAll("script[type*='ld+json']").Take(50).Select(script => script.TextContent));
        var (article, dated) = (data.Article, data.Dated);
        var baseUrl = Addresses.Absolute(page.QuerySelector("base[href]")?.GetAttribute("href"), url) ?? url;

        draft.Language = Language(page.Root.GetAttribute("lang") ?? page.Root.GetAttribute("xml:lang") ?? meta.First("og:locale", "content-language", "dc.language", "language") ?? (article is { } inLanguage ? JsonFields.Text(inLanguage, "inLanguage") : null));
        draft.SiteName = meta.First("og:site_name", "application-name") ?? data.Values("publisher").Select(JsonFields.Text).FirstOrDefault();
        draft.CanonicalUrl = Canonical(page, meta, baseUrl, response is null ? null : LinkHeader.Find(response.Links, "canonical", url));
        draft.Title = PageTitle.Find(page, data, meta, draft.SiteName, draft.CanonicalUrl ?? url);
        draft.Image = Image(article, meta, baseUrl);
        draft.TitleAgreement = PageTitle.Agreement(page, data, meta, draft.Title);
        PageAuthors.Read(page, data, meta, new SiteMark(draft.SiteName, draft.CanonicalUrl ?? url), draft);
        draft.Section = Section(article, meta);
        draft.Terms = PageTerms.Read(page, data, meta, baseUrl);
        draft.Tags.AddRange(Tags(page, article, meta));
        PageDates.Read(page, article, dated, meta, url, draft);

        var declared = article is not null || (meta.First("og:type")?.Contains("article", StringComparison.OrdinalIgnoreCase) ?? false);
        return (declared, data.IsCollection, article is { } node ? JsonFields.Text(node, "articleBody") : null);
    }

    /// <summary>The feeds a page advertises.</summary>
    public static IReadOnlyList<FeedLink> Feeds(HtmlPage page, string? url) =>
        [.. page.QuerySelectorAll("link[rel~=alternate][href], a[type][href]")
            .Where(link => IsFeed(link.GetAttribute("type")))
            .Select(link => (Url: Addresses.Absolute(link.GetAttribute("href"), url) ?? link.GetAttribute("href")!, link))
            .DistinctBy(pair => pair.Url)
            .Take(50)
            .Select(pair => new FeedLink(pair.Url, pair.link.GetAttribute("title"), pair.link.GetAttribute("type")!.Split(';')[0].Trim().ToLowerInvariant()))];

    /// <summary>BCP 47 from what pages write: "en_GB", "de-DE, de", "English" (dropped).</summary>
    public static string? Language(string? declared)
    {
        var first = declared?.Split(',', ';')[0].Trim().Replace('_', '-');
        if (string.IsNullOrEmpty(first) || first.Length > 12 || first.Split('-')[0].Length is < 2 or > 3)
            return null;

        try
        {
            return CultureInfo.GetCultureInfo(first).Name;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static bool IsFeed(string? type) =>
        type is not null && (type.Contains("rss+xml", StringComparison.OrdinalIgnoreCase) || type.Contains("atom+xml", StringComparison.OrdinalIgnoreCase) || type.Contains("feed+json", StringComparison.OrdinalIgnoreCase) || type.Contains("rdf+xml", StringComparison.OrdinalIgnoreCase));

    private static string? Canonical(HtmlPage page, MetaTags meta, string? baseUrl, string? answered)
    {
        var link = Addresses.Absolute(page.QuerySelector("link[rel~=canonical][href]")?.GetAttribute("href"), baseUrl) ?? answered;
        var openGraph = Addresses.Absolute(meta.First("og:url"), baseUrl);

        // Broken templates point every page's canonical link at the front page.
        return link is not null && IsRoot(link) && openGraph is not null && !IsRoot(openGraph) ? openGraph : link ?? openGraph;
    }

    private static bool IsRoot(string address) => new Uri(address).AbsolutePath is "/" or "";

    private static string? Image(JsonElement? article, MetaTags meta, string? baseUrl) =>
        Addresses.Absolute(meta.First("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"), baseUrl)
        ?? (article is { } node ? Addresses.Absolute(JsonFields.Address(node, "image"), baseUrl) : null);

    /// <summary>The first that is declared: papers that name several go from the general to the particular.</summary>
    private static string? Section(JsonElement? article, MetaTags meta) =>
        (article is { } node ? JsonFields.Text(node, "articleSection") : null) is { Length: <= 80 } declared
            ? declared
            : meta.First("article:section", "og:article:section", "cxenseparse:section", "parsely-section") is { Length: <= 80 } named ? named : null;

    private static IEnumerable<string> Tags(HtmlPage page, JsonElement? article, MetaTags meta)
    {
        var declared = article is { } node ? JsonFields.Texts(node, "keywords").Concat(JsonFields.Texts(node, "articleSection")) : [];
        return declared
            .Concat(meta.All("article:section"))
            .Concat(meta.All("article:tag"))
            .Concat(meta.All("news_keywords"))
            .Concat(meta.All("keywords"))
            .Concat(page.QuerySelectorAll("a[rel~=tag]").Take(MaxTags).Select(link => link.TextContent))
            .SelectMany(field => field.Split(',', ';'))
            .Select(tag => Text.TextCleaner.Line(tag))
            .Where(tag => tag.Length is > 1 and <= 60)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxTags);
    }
}
