using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Contracts;
using Dateline.Parser.Dates;
using Dateline.Parser.Html;

namespace Dateline.Parser.Metadata;

/// <summary>Gathers what a page says about when it was published and changed. HTTP headers and the clock are no evidence.</summary>
internal static partial class PageDates
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "datePublished", "publication_date", "pubdate", "publish-date", "publishdate", "date.published", "article.published",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dc.date.created", "citation_publication_date", "date", "originalpublicationdate", "cxenseparse:recs:publishtime",
    ];

    private static readonly string[] ModifiedNames =
        ["article:modified_time", "og:updated_time", "og:modified_time", "dateModified", "last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "revision_date"];

    public static void Read(IHtmlDocument page, JsonElement? article, MetaTags meta, string? url, Draft draft)
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
        foreach (var name in ModifiedNames)
            Add(draft.Modified, meta.First(name), "meta", language);

        FromTimeElements(page, draft, language);
        if (draft.Published.Count == 0)
            FromByline(page, draft, language);
        if (FromAddress(url ?? draft.CanonicalUrl) is { } inAddress)
            draft.Published.Add(inAddress.From("url"));
    }

    private static void FromTimeElements(IHtmlDocument page, Draft draft, string? language)
    {
        foreach (var time in page.QuerySelectorAll("time, [itemprop=datePublished], [itemprop=dateModified]").Take(50))
        {
            // A date in a list of other stories or in a comment is not this page's.
            if (time.Closest("aside, nav, footer, li, [class*=related], [class*=comment], [class*=teaser], [class*=sidebar]") is not null || time.Closest("article")?.ParentElement?.Closest("article") is not null)
                continue;

            var value = time.GetAttribute("datetime") ?? time.GetAttribute("content") ?? PageTree.Text(time);
            var modified = time.GetAttribute("itemprop") == "dateModified" || Modified().IsMatch(time.ClassName ?? "") || Modified().IsMatch(Label(time));
            var list = modified ? draft.Modified : draft.Published;

            // Beside a declared date, only a time element that says what it is adds anything.
            if (list.Exists(date => date.Source is "json-ld" or "meta") && time.GetAttribute("itemprop") is null && !time.HasAttribute("pubdate"))
                continue;
            if (list.Exists(date => date.Source == "time") || !Add(list, value, "time", language))
                continue;
        }
    }

    private static string Label(IElement time) =>
        time.PreviousSibling?.TextContent is { Length: < 60 } label ? label : "";

    private static void FromByline(IHtmlDocument page, Draft draft, string? language)
    {
        foreach (var element in page.QuerySelectorAll("[class*=byline], [class*=dateline], [class*=publish], [class*=pubdate], [class*=post-date], [class*=entry-date], [class*=article-date], [class*=timestamp], [class*=posted], .date, [id*=date]").Take(20))
        {
            var text = PageTree.Text(element);
            if (text.Length > 160 || element.Closest("aside, nav, footer, li, [class*=related], [class*=comment], [class*=teaser], [class*=sidebar]") is not null)
                continue;

            foreach (var part in Parts().Split(text).Where(part => part.Any(char.IsDigit)))
            {
                var list = Modified().IsMatch(part) ? draft.Modified : draft.Published;
                if (Add(list, part, "byline", language) && list == draft.Published)
                    return;
            }
        }
    }

    private static ParsedDate? FromAddress(string? url)
    {
        if (url is null || DayInPath().Match(url) is not { Success: true } match)
            return null;
        return DateParser.Parse(string.Create(CultureInfo.InvariantCulture, $"{match.Groups[1].Value}-{int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture):00}-{int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture):00}"));
    }

    private static bool Add(List<DateEvidence> list, string? text, string source, string? language)
    {
        if (DateParser.Parse(text, language) is not { } date)
            return false;
        list.Add(date.From(source));
        return true;
    }

    [GeneratedRegex(@"modif|updat|chang|revis|aktualisiert|mis\s+à\s+jour|actualizad|atualizad|aggiornat|bijgewerkt|обновлен", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Modified();

    [GeneratedRegex(@"\s*[|•·]\s*|\s+[–—]\s+|(?=\b(?:updated|modified|aktualisiert|mis à jour|actualizado|atualizado)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Parts();

    [GeneratedRegex(@"/((?:19|20)[0-9]{2})[/-]([0-9]{1,2})[/-]([0-9]{1,2})(?:[/\-_.]|$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex DayInPath();
}
