using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dateline.Parser.Metadata;

/// <summary>Finds the node that describes an article in a page's JSON-LD, whatever the page wraps it in.</summary>
internal static partial class JsonLd
{
    private const int MaxScriptLength = 1_000_000;
    private const int MaxNodes = 5_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private static readonly string[] DatedTypes = ["WebPage", "ItemPage", "Recipe", "HowTo", "VideoObject", "AudioObject", "PodcastEpisode", "RadioEpisode", "DiscussionForumPosting", "MediaObject", "CreativeWork", "Dataset"];

    private static readonly string[] ListTypes = ["ItemList"];

    private static readonly string[] CollectionTypes = ["CollectionPage", "SearchResultsPage"];

    private static readonly string[] RecipeTypes = ["Recipe"];

    /// <summary>The best article among all scripts, and the first other node that dates the page; null for none.</summary>
    public static LinkedData Find(IEnumerable<string> scripts)
    {
        var byId = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        JsonElement? best = null;
        JsonElement? dated = null;
        var bestRank = 0;
        var collection = false;
        foreach (var script in scripts.Where(script => script.Length <= MaxScriptLength))
        {
            if (Load(script) is not { } root)
                continue;

            foreach (var (node, listed) in Nodes(root))
            {
                collection |= IsType(node, CollectionTypes);
                if (JsonFields.TryGet(node, "@id", out var id) && id.ValueKind == JsonValueKind.String && JsonFields.TryGet(node, "name", out _))
                    byId.TryAdd(id.GetString()!, node);
                if (listed)
                    continue;
                if (Rank(node) is var rank && rank > bestRank)
                    (best, bestRank) = (node, rank);
                else if (dated is null && IsDated(node))
                    dated = node;
            }
        }

        return new LinkedData(best, dated, byId) { IsCollection = collection };
    }

    public static bool IsArticle(JsonElement node) => Rank(node) > 0;

    /// <summary>All objects of a document, from the outside in; those inside of a list describe other pages.</summary>
    private static IEnumerable<(JsonElement Node, bool Listed)> Nodes(JsonElement root)
    {
        var queue = new Queue<(JsonElement Node, bool Listed)>([(root, false)]);
        for (var seen = 0; queue.Count > 0 && seen < MaxNodes; seen++)
        {
            var (node, listed) = queue.Dequeue();
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray())
                    queue.Enqueue((item, listed));
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                yield return (node, listed);
                listed |= IsType(node, ListTypes);
                foreach (var property in node.EnumerateObject().Where(property => property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object))
                    queue.Enqueue((property.Value, listed || IsReaders(node, property)));
            }
        }
    }

    /// <summary>What readers write below a story or a recipe; a single review of a product may be the page's own.</summary>
    private static bool IsReaders(JsonElement node, JsonProperty property) => property.Name.ToLowerInvariant() switch
    {
        "comment" or "comments" => true,
        "review" or "reviews" => IsType(node, RecipeTypes) || (property.Value.ValueKind == JsonValueKind.Array && property.Value.GetArrayLength() > 1),
        _ => false,
    };

    private static bool IsType(JsonElement node, string[] types) =>
        JsonFields.TryGet(node, "@type", out var type) && JsonFields.Text(type) is { } name && Array.Exists(types, known => name.EndsWith(known, StringComparison.OrdinalIgnoreCase));

    private static bool IsDated(JsonElement node) =>
        JsonFields.TryGet(node, "@type", out var type)
        && JsonFields.Text(type) is { } name
        && Array.Exists(DatedTypes, known => name.EndsWith(known, StringComparison.OrdinalIgnoreCase))
        && JsonFields.Text(node, "datePublished", "uploadDate") is not null;

    private static int Rank(JsonElement node)
    {
        if (!JsonFields.TryGet(node, "@type", out var type))
            return 0;

        var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(JsonFields.Text) : [JsonFields.Text(type)];
        return types.DefaultIfEmpty().Max(name => name switch
        {
            null => 0,
            _ when name.EndsWith("NewsArticle", StringComparison.OrdinalIgnoreCase) => 4,
            _ when name.EndsWith("LiveBlogPosting", StringComparison.OrdinalIgnoreCase) || name.EndsWith("BlogPosting", StringComparison.OrdinalIgnoreCase) => 3,
            _ when name.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || name is "Report" or "Review" => 3,
            _ => 0,
        });
    }

    private static JsonElement? Load(string script) => TryLoad(script) ?? TryLoad(Mend(script));

    private static JsonElement? TryLoad(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What templates break: comments and CDATA around, raw line breaks in strings, a semicolon behind, two objects in a row.</summary>
    private static string Mend(string script)
    {
        var mended = Wrapping().Replace(script, "").Trim().TrimEnd(';');
        mended = RawBreak().Replace(mended, " ");
        mended = DoubledComma().Replace(mended, ",");
        return Adjacent().IsMatch(mended) ? $"[{Adjacent().Replace(mended, "},{")}]" : mended;
    }

    [GeneratedRegex(@"<!--|-->|(?://\s{0,8})?(?:<!\[CDATA\[|\]\]>)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Wrapping();

    [GeneratedRegex(@"[\x00-\x1F]+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex RawBreak();

    [GeneratedRegex(@",(?:\s*,)+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DoubledComma();

    [GeneratedRegex(@"\}\s*\{", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Adjacent();
}
