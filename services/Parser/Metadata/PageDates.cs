using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Contracts;
using Dateline.Parser.Dates;
using Dateline.Parser.Html;
using Dateline.Parser.Html.Tree;

namespace Dateline.Parser.Metadata;

/// <summary>Gathers what a page says about when it was published and changed. HTTP headers and the clock are no evidence.</summary>
internal static partial class PageDates
{
    private const int MaxElements = 100;

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "datePublished", "publication_date", "pubdate", "publish-date", "publishdate", "date.published", "article.published",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "citation_publication_date", "originalpublicationdate", "cxenseparse:recs:publishtime",
    ];

    /// <summary>Publishers mean the publication by them; content systems the day when the page was made or last touched.</summary>
    private static readonly string[] VagueNames = ["date", "dc.date", "dc.date.created", "dcterms.created"];

    private static readonly string[] ModifiedNames =
        ["article:modified_time", "og:updated_time", "og:modified_time", "dateModified", "last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "revision_date"];

    public static void Read(HtmlPage page, JsonElement? article, JsonElement? dated, MetaTags meta, string? url, Draft draft)
    {
        var language = draft.Language;
        if (article is { } node)
        {
            Add(draft.Published, JsonFields.Text(node, "datePublished"), "json-ld", language);
            Add(draft.Modified, JsonFields.Text(node, "dateModified"), "json-ld", language);
            if (draft.Published.Count == 0)
                Add(draft.Published, JsonFields.Text(node, "dateCreated", "uploadDate"), "json-ld", language);
        }

        foreach (var name in PublishedNames)
            Add(draft.Published, meta.First(name), "meta", language);
        foreach (var name in VagueNames)
            Add(draft.Published, meta.First(name), "meta-date", language);
        foreach (var name in ModifiedNames)
            Add(draft.Modified, meta.First(name), "meta", language);
        if (draft.Published.Count == 0)
        {
            foreach (var value in meta.Named(PublishedName()))
                Add(draft.Published, value, "meta", language);
        }

        var place = new HeadlinePlace(page, draft.Title);
        FromElements(page, place, draft, language);
        if (dated is { } about)
        {
            FromPage(page, place, about, draft);
            Add(draft.Modified, JsonFields.Text(about, "dateModified"), "page", language);
        }

        if ((FromAddress(url) ?? FromAddress(draft.CanonicalUrl)) is { } inAddress)
            draft.Published.Add(inAddress.From("url"));
        VisibleDates.Read(page, place, url, draft);
        if (draft.Published.Count == 0)
            Add(draft.Published, draft.Title, "title", language);
        if (draft.Published.Count == 0 && ScriptedDates.Find(page, language) is { } scripted)
            draft.Published.Add(scripted.From("script"));
    }

    /// <summary>Plugins date every page, a contact form too. Such a date counts where the page shows it, or an article's own date is known.</summary>
    private static void FromPage(HtmlPage page, HeadlinePlace place, JsonElement about, Draft draft)
    {
        var isPage = JsonFields.Text(about, "@type") is { } type && (type.EndsWith("WebPage", StringComparison.OrdinalIgnoreCase) || type.EndsWith("ItemPage", StringComparison.OrdinalIgnoreCase));
        if (DateParser.Parse(JsonFields.Text(about, "datePublished", "uploadDate"), draft.Language) is { } date
            && (!isPage || draft.Published.Count > 0 || VisibleDates.Show(page, place, draft.Language, date)))
            draft.Published.Add(date.From("page"));
    }

    private static void FromElements(HtmlPage page, HeadlinePlace place, Draft draft, string? language)
    {
        var published = 0;
        var onlyOne = page.QuerySelectorAll("[itemprop=datePublished]").Take(2).Count() == 1;
        foreach (var element in page.QuerySelectorAll("time, abbr[title], [itemprop=datePublished], [itemprop=dateModified], [itemprop=dateCreated], [property$=datePublished], [property$=dateCreated], [property$=dateModified], [class~=updated][title], [class~=published][title]").Take(MaxElements))
        {
            var role = element.GetAttribute("itemprop") ?? element.GetAttribute("property") ?? "";
            if (element.LocalName == "meta" && role.Length == 0)
                continue;

            var named = role.Contains("date", StringComparison.OrdinalIgnoreCase) || element.HasAttribute("pubdate");
            if (place.IsElsewhere(element) && !(onlyOne && role == "datePublished" && element.Closest("[class*=comment], [id*=comment]") is null))
                continue;

            var modified = role.EndsWith("dateModified", StringComparison.Ordinal) || IsModified(element) || Modified().IsMatch(Label(element));
            var list = modified ? draft.Modified : draft.Published;

            // Beside a declared date, only an element that says what it is adds anything.
            if (!named && list.Exists(date => date.Source is "json-ld" or "meta" or "meta-date"))
                continue;
            if (!modified && published > 0 && !named)
                continue;

            var value = element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? (element.LocalName == "time" ? null : element.GetAttribute("title"));
            if ((Add(list, value, "time", language) || Add(list, PageText.Of(element), "time", language)) && !modified)
                published++;
        }
    }

    /// <summary>Templates mark one element "published updated" until the page is changed for the first time.</summary>
    private static bool IsModified(Node element) =>
        element.ClassName is { } names && Modified().IsMatch(names) && !names.Contains("publish", StringComparison.OrdinalIgnoreCase) && !names.Contains("entry-date", StringComparison.OrdinalIgnoreCase);

    /// <summary>The words before a date, in its own element or in the one before that.</summary>
    private static string Label(Node time)
    {
        for (var at = time.PreviousSibling; at is { } before; at = before.PreviousSibling)
        {
            if (!string.IsNullOrWhiteSpace(before.TextContent))
                return before.TextContent is { Length: < 80 } label ? label : "";
        }

        return time.ParentElement?.PreviousElementSibling?.TextContent.Trim() is { Length: > 0 and < 40 } above && above.EndsWith(':') ? above : "";
    }

    private static ParsedDate? FromAddress(string? url)
    {
        if (url is not { Length: < 2000 })
            return null;
        if (DayInPath().Match(url) is not { Success: true } match)
            return DayFirstInPath().Match(url) is { Success: true } other ? DateParser.Parse($"{other.Groups[3].ValueSpan}-{other.Groups[2].ValueSpan}-{other.Groups[1].ValueSpan}") : null;
        var month = $"{match.Groups[2].ValueSpan}{match.Groups[3].ValueSpan}{match.Groups[4].ValueSpan}";
        return DateParser.Parse($"{match.Groups[1].ValueSpan}-{month.PadLeft(2, '0')}-{match.Groups[5].ValueSpan.ToString().PadLeft(2, '0')}");
    }

    private static bool Add(List<DateEvidence> list, string? text, string source, string? language)
    {
        if (DateParser.Parse(text, language) is not { } date)
            return false;
        list.Add(date.From(source));
        return true;
    }

    /// <summary>A day over twelve leaves no doubt which of the two is the month.</summary>
    [GeneratedRegex(@"[/~_\-](1[3-9]|2[0-9]|3[01])-(0[1-9]|1[0-2])-((?:19|20)[0-9]{2})(?:[/\-_.]|$)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayFirstInPath();

    [GeneratedRegex(@"modif|updat|chang|revis|review|aktualisiert|mis\s+à\s+jour|actualizad|atualizad|aggiornat|bijgewerkt|обновлен", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Modified();

    [GeneratedRegex(@"publi(?:sh|cation|cado|shed)|issued|pub_?date|posted|created|release|article.?date|dateline|uploaddate", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex PublishedName();

    [GeneratedRegex(@"[/~_\-]((?:19|20)[0-9]{2})(?:/([0-9]{1,2})/(?=[0-9]{1,2}(?:[/.]|$))|-([0-9]{1,2})-|([01][0-9]))([0-9]{1,2})(?:[/\-_.t]|$)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayInPath();
}
