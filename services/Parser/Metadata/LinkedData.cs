using System.Text.Json;

namespace Dateline.Parser.Metadata;

/// <summary>What a page's JSON-LD says: the node of the article, another node that dates the page, and all nodes by their name.</summary>
internal sealed record LinkedData(JsonElement? Article, JsonElement? Dated, IReadOnlyDictionary<string, JsonElement> ById)
{
    /// <summary>The page calls itself a list of other pages.</summary>
    public bool IsCollection { get; init; }

    private static readonly string[] NewsTypes = ["NewsArticle", "LiveBlogPosting"];

    /// <summary>Newsrooms write a headline for the page, one for sharing and one for search; others let a plugin make them of each other.</summary>
    public bool IsNews => Article is { } article
        && JsonFields.TryGet(article, "@type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(JsonFields.Text) : [JsonFields.Text(type)])
            .Any(name => name is not null && Array.Exists(NewsTypes, news => name.EndsWith(news, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The node itself, or the one that it refers to by "@id".</summary>
    public JsonElement Resolve(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && JsonFields.TryGet(node, "@id", out var id) && id.ValueKind == JsonValueKind.String
        && JsonFields.Text(node, "name") is null && ById.TryGetValue(id.GetString()!, out var known)
            ? known
            : node;

    /// <summary>The values of a field, one each, with references resolved.</summary>
    public IEnumerable<JsonElement> Values(string field)
    {
        if (Article is not { } article || !JsonFields.TryGet(article, field, out var value))
            return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Resolve) : [Resolve(value)];
    }
}
