using Dateline.Testing;

namespace Dateline.Pipeline.Tests.Lines;

/// <summary>A small news site in the simulated web: a feed and its pages.</summary>
internal static class NewsSite
{
    public static void On(SimulatedWeb web, string host, int articles)
    {
        var site = web.Site(host);
        for (var i = 1; i <= articles; i++)
            site.Page($"/articles/{i}", Texts.Page($"Report {i} from {host}", $"Reporters of {host} followed case number {i} for a year and a half."));
        site.Feed("/feed.xml", Feed(host, articles));
    }

    /// <summary>The feed as its publisher serves it that tells a hub what is new.</summary>
    public static SimulatedReply FeedWithHub(string host, int articles, string hub) => new()
    {
        ContentType = "application/rss+xml",
        Body = System.Text.Encoding.UTF8.GetBytes(Feed(host, articles)),
        Headers = new Dictionary<string, string> { ["Link"] = $"<{hub}>; rel=\"hub\", <http://{host}/feed.xml>; rel=\"self\"" },
    };

    /// <summary>Lets the fetcher find the site, without pauses between requests.</summary>
    public static Dictionary<string, string?> Settings(SimulatedWeb web, params string[] hosts)
    {
        var settings = web.Pins.ToDictionary(pin => pin.Key, pin => (string?)pin.Value);
        foreach (var host in hosts)
            settings[$"Fetcher:Politeness:Hosts:{host}"] = "00:00:00";
        return settings;
    }

    private static string Feed(string host, int articles) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{host}</title><link>http://{host}/</link>
        {string.Join('\n', Enumerable.Range(1, articles).Select(i => $"<item><title>Report {i} from {host}</title><link>http://{host}/articles/{i}</link><guid>{host}-{i}</guid></item>"))}
        </channel></rss>
        """;
}
