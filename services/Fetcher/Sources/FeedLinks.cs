using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Fetcher.Sources;

/// <summary>Finds the feeds that a page announces: <c>link rel="alternate"</c> with a feed's media type, the main one first.</summary>
public static partial class FeedLinks
{
    /// <summary>Pages announce feeds in their head; what comes later is content.</summary>
    private const int HeadBytes = 512 << 10;

    private const int MaxLinks = 50;

    private static readonly string[] Types =
        ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/x-rss+xml", "text/rss+xml"];

    public static IReadOnlyList<LinkedFeed> In(ReadOnlySpan<byte> page, string url)
    {
        var html = Encoding.UTF8.GetString(page[..Math.Min(page.Length, HeadBytes)]);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var origin))
            return [];

        var start = BaseTag().Match(html) is { Success: true } tag && Value(tag.Value, "href") is { } href && Uri.TryCreate(origin, href, out var given) ? given : origin;
        return [.. LinkTag().Matches(html).Select(match => Link(match.Value, start)).OfType<LinkedFeed>()
            .DistinctBy(link => link.Url).OrderBy(link => IsSideline(link) ? 1 : 0).Take(MaxLinks)];
    }

    private static LinkedFeed? Link(string tag, Uri origin)
    {
        var relations = Value(tag, "rel")?.ToLowerInvariant().Split(' ') ?? [];
        var type = Value(tag, "type")?.Split(';')[0].Trim().ToLowerInvariant();
        if (!relations.Contains("alternate") || relations.Contains("stylesheet") || type is null || !Types.Contains(type))
            return null;
        return Value(tag, "href") is { Length: > 0 } href && Uri.TryCreate(origin, href, out var url) && (url.Scheme is "http" or "https")
            ? new LinkedFeed(url.AbsoluteUri, Value(tag, "title"), type)
            : null;
    }

    /// <summary>Comments are feeds, too, but nobody means them.</summary>
    private static bool IsSideline(LinkedFeed link) =>
        link.Url.Contains("/comments", StringComparison.OrdinalIgnoreCase) || link.Title?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Value(string tag, string name)
    {
        foreach (Match match in Attribute().Matches(tag))
        {
            if (match.Groups["name"].ValueSpan.Equals(name, StringComparison.OrdinalIgnoreCase))
                return WebUtility.HtmlDecode(match.Groups["value"].Value.Trim('"', '\'')).Trim();
        }

        return null;
    }

    [GeneratedRegex("""<link\s[^>]{1,4000}>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkTag();

    [GeneratedRegex("""<base\s[^>]{1,4000}>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BaseTag();

    [GeneratedRegex("""(?<name>[a-zA-Z:-]+)\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s"'>]+)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attribute();
}
