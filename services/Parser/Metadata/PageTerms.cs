using System.Text.Json;
using Dateline.Contracts;
using Dateline.Parser.Html.Tree;

namespace Dateline.Parser.Metadata;

/// <summary>Reads what a page says about its use: paywall, licence, and what machines are asked not to do with it.</summary>
internal static class PageTerms
{
    public static readonly string[] Robots = ["robots", "googlebot", "googlebot-news", "ai-robots", "pinterest"];
    private static readonly string[] OptOuts = ["noai", "noimageai", "noarchive", "nosnippet", "notranslate", "noindex"];
    private static readonly string[] PaidTiers = ["locked", "metered", "premium", "paid", "subscription", "subscribers"];

    public static UsageTerms? Read(HtmlPage page, LinkedData data, MetaTags meta, string? baseUrl)
    {
        var terms = new UsageTerms
        {
            FreeToRead = Free(data, meta),
            License = License(page, data, meta, baseUrl),
            OptOuts = [.. Reserved(meta).Distinct(StringComparer.OrdinalIgnoreCase)],
            TdmPolicy = Addresses.Absolute(meta.First("tdm-policy"), baseUrl),
        };
        return terms.FreeToRead is null && terms.License is null && terms.OptOuts.Count == 0 && terms.TdmPolicy is null ? null : terms;
    }

    /// <summary>Many pages say so of the article as a whole, some only of the part behind the wall.</summary>
    private static bool? Free(LinkedData data, MetaTags meta)
    {
        if (data.Values("hasPart").Any(part => Truth(part, "isAccessibleForFree") == false))
            return false;
        if (data.Article is { } article && Truth(article, "isAccessibleForFree") is { } declared)
            return declared;
        return meta.First("article:content_tier", "og:article:content_tier") is { } tier
            ? !Array.Exists(PaidTiers, paid => paid.Equals(tier.Trim(), StringComparison.OrdinalIgnoreCase))
            : null;
    }

    /// <summary>Templates write the truth as a boolean, as "False", or as the address of schema.org's.</summary>
    private static bool? Truth(JsonElement node, string field)
    {
        if (!JsonFields.TryGet(node, field, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when value.GetString()!.Trim().EndsWith("true", StringComparison.OrdinalIgnoreCase) => true,
            JsonValueKind.String when value.GetString()!.Trim().EndsWith("false", StringComparison.OrdinalIgnoreCase) => false,
            _ => null,
        };
    }

    private static string? License(HtmlPage page, LinkedData data, MetaTags meta, string? baseUrl)
    {
        var declared = data.Article is { } article ? JsonFields.Address(article, "license") : null;
        var link = page.QuerySelector("link[rel~=license][href], article a[rel~=license][href], main a[rel~=license][href]")?.GetAttribute("href");
        var named = declared ?? link ?? meta.First("dcterms.license", "dc.rights.license", "license");
        return Addresses.Absolute(named, baseUrl) ?? named;
    }

    private static IEnumerable<string> Reserved(MetaTags meta)
    {
        if (meta.First("tdm-reservation")?.Trim() == "1")
            yield return "tdm-reservation";
        foreach (var name in Robots)
        {
            foreach (var word in meta.All(name).SelectMany(OptOutsIn))
                yield return word;
        }
    }

    /// <summary>Of the words of a robots field, those that ask not to use what is there.</summary>
    public static IEnumerable<string> OptOutsIn(string content) =>
        content.Split(',', ' ', ';').Select(word => word.Trim().ToLowerInvariant()).Where(OptOuts.Contains);
}
