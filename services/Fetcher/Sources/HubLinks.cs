using System.Text.RegularExpressions;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Sources;

/// <summary>A feed's WebSub hub, and the name that the hub knows the feed by: from the Link header, else from the feed itself.</summary>
public sealed partial record HubLinks(string Hub, string Topic)
{
    /// <summary>Null: the feed has no hub.</summary>
    public static HubLinks? Of(Feed? feed, FetchResult.Fetched fetched)
    {
        var header = fetched.Headers.GetValueOrDefault("Link") ?? "";
        var hub = InHeader(header, "hub", fetched.FinalUrl) ?? feed?.Hubs.FirstOrDefault();
        var topic = InHeader(header, "self", fetched.FinalUrl) ?? feed?.SelfUrl ?? fetched.FinalUrl;
        return hub is null ? null : new HubLinks(hub, topic);
    }

    private static string? InHeader(string header, string relation, string url)
    {
        foreach (Match link in Link().Matches(header))
        {
            var relations = Relation().Match(link.Groups["parameters"].Value).Groups["rel"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (relations.Contains(relation, StringComparer.OrdinalIgnoreCase) && Uri.TryCreate(new Uri(url), link.Groups["url"].Value.Trim(), out var found)
                && (found.Scheme is "http" or "https"))
                return found.AbsoluteUri;
        }

        return null;
    }

    [GeneratedRegex("""<(?<url>[^>]{1,2000})>(?<parameters>[^<]{0,2000})""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("""rel\s*=\s*"?(?<rel>[a-z -]+)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Relation();
}
