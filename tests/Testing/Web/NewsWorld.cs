using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dateline.Testing;

/// <summary>A whole news web on loopback: papers that behave, and papers with every kind of trouble, a set of them in turn.</summary>
public sealed class NewsWorld
{
    private static readonly byte[] GzipBomb = Bomb();

    private readonly SimulatedWeb _web;
    private readonly int _articles;
    private readonly Func<int, string> _page;
    private readonly TimeSpan _crawlDelay;

    /// <param name="troubles">The first paper has the first one, and so on, again and again.</param>
    /// <param name="articles">How many each paper's feed names.</param>
    /// <param name="page">The page with a number, unique in this world.</param>
    /// <param name="crawlDelay">What papers that ask for a longer pause ask for.</param>
    public NewsWorld(SimulatedWeb web, IReadOnlyList<Trouble> troubles, int papers, int articles, Func<int, string> page, TimeSpan crawlDelay)
    {
        (_web, _articles, _page, _crawlDelay) = (web, articles, page, crawlDelay);
        Papers = [.. Enumerable.Range(0, papers).Select(i => Make(i, troubles[i % troubles.Count]))];
    }

    public IReadOnlyList<Paper> Papers { get; }

    /// <summary>Documents that a fetcher which does everything right accepts.</summary>
    public int Documents => Papers.Sum(paper => paper.Documents);

    private Paper Make(int number, Trouble trouble)
    {
        var site = _web.Site($"paper-{number}.example");
        var paths = Enumerable.Range(0, _articles).Select(i => trouble == Trouble.RobotsForbids && i % 2 == 1 ? $"/private/{i}" : $"/news/{i}").ToList();
        var asked = new StrongBox<int>();
        for (var i = 0; i < _articles; i++)
        {
            var article = number * _articles + i;
            if (trouble != Trouble.PagesMissing || i % 2 == 0)
                site.On(paths[i], AtFirst(trouble, asked, _ => Html(_page(article))));
        }

        var links = paths.Select(site.Url).ToList();
        AddRobots(site, trouble);
        AddFeed(site, trouble, trouble switch
        {
            Trouble.PagesRedirect => Counted(number, links),
            Trouble.NamesTwice => [.. links, .. links.Select((link, i) => Through(site, $"/count/{i}", link))],
            _ => links,
        });
        return new Paper(site.Host, trouble, trouble switch
        {
            Trouble.Gone or Trouble.Trickles or Trouble.Circles or Trouble.ServesHtml or Trouble.Bomb => 0,
            Trouble.RobotsForbids or Trouble.PagesMissing => (_articles + 1) / 2,
            _ => _articles,
        })
        { CrawlDelay = trouble == Trouble.RobotsDelays ? _crawlDelay : null };
    }

    private List<string> Counted(int number, List<string> links)
    {
        var counter = _web.Site($"count.paper-{number}.example");
        return [.. links.Select((link, i) => Through(counter, $"/{i}", link))];
    }

    private static string Through(SimulatedSite counter, string path, string link)
    {
        counter.Redirect(path, link, 302);
        return counter.Url(path);
    }

    private void AddRobots(SimulatedSite site, Trouble trouble)
    {
        var asked = 0;
        switch (trouble)
        {
            case Trouble.Validated:
                site.Robots("User-agent: *\nAllow: /\nSitemap: /sitemap.xml\n");
                break;
            case Trouble.RobotsForbids:
                site.Robots("User-agent: *\nDisallow: /private\n");
                break;
            case Trouble.RobotsDelays:
                site.Robots(string.Create(CultureInfo.InvariantCulture, $"User-agent: *\nCrawl-delay: {_crawlDelay.TotalSeconds}\n"));
                break;
            case Trouble.RobotsBroken:
                site.On("/robots.txt", _ => new SimulatedReply { Status = Interlocked.Increment(ref asked) <= 3 ? 503 : 404 });
                break;
            case Trouble.RobotsHtml:
                site.Page("/robots.txt", "<html><body><h1>Not found</h1><p>User-agent: *<br>Disallow: /</body></html>");
                break;
        }
    }

    private static void AddFeed(SimulatedSite site, Trouble trouble, List<string> links)
    {
        var feed = Feed(site.Host, links);
        switch (trouble)
        {
            case Trouble.Validated:
                site.Validated("/feed.xml", feed, "application/rss+xml", "thu, 30 mar 2023 10:00:00 +0000");
                break;
            case Trouble.Moved:
                site.Redirect("/feed.xml", "/rss/new.xml").Feed("/rss/new.xml", feed);
                break;
            case Trouble.ClaimsUnmodified:
                site.On("/feed.xml", request => request.Header("If-None-Match") is null
                    ? new SimulatedReply { ContentType = "text/xml", Body = Encoding.UTF8.GetBytes(feed), Headers = new Dictionary<string, string> { ["ETag"] = "W/\"1\"" } }
                    : new SimulatedReply { Status = 304, Headers = new Dictionary<string, string> { ["ETag"] = "W/\"1\"" } });
                break;
            case Trouble.Gone:
                site.Status("/feed.xml", 410);
                break;
            case Trouble.Trickles:
                site.Reply("/feed.xml", new SimulatedReply { ContentType = "text/xml", Body = new byte[1 << 20], ChunkBytes = 8, ChunkDelay = TimeSpan.FromMilliseconds(200) });
                break;
            case Trouble.Circles:
                site.Redirect("/feed.xml", "/feed").Redirect("/feed", "/feed.xml", 302);
                break;
            case Trouble.ServesHtml:
                site.Page("/feed.xml", "<html><head><title>Home</title><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/real.xml\"></head><body><p>Welcome</p></body></html>");
                break;
            case Trouble.Bomb:
                site.Reply("/feed.xml", new SimulatedReply { ContentType = "text/xml", Body = GzipBomb, Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip" } });
                break;
            default:
                site.On("/feed.xml", AtFirst(trouble == Trouble.FeedBusy ? Trouble.Busy : Trouble.None, new StrongBox<int>(), _ => new SimulatedReply { ContentType = "application/rss+xml", Body = Encoding.UTF8.GetBytes(feed) }));
                break;
        }
    }

    /// <summary>What a busy server says to the first two requests.</summary>
    private static Func<ObservedRequest, SimulatedReply> AtFirst(Trouble trouble, StrongBox<int> asked, Func<ObservedRequest, SimulatedReply> then) => request => trouble switch
    {
        Trouble.Busy when Interlocked.Increment(ref asked.Value) <= 2 => new SimulatedReply { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "2" } },
        Trouble.Overloaded when Interlocked.Increment(ref asked.Value) <= 2 => new SimulatedReply { Status = 503 },
        _ => then(request),
    };

    private static SimulatedReply Html(string page) => new() { ContentType = "text/html; charset=utf-8", Body = Encoding.UTF8.GetBytes(page) };

    private static string Feed(string host, List<string> links) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{host}</title><link>http://{host}/</link>
        {string.Join('\n', links.Select((link, i) => $"<item><title>Report {i} from {host}</title><link>{link}</link><guid>{host}-{i}</guid></item>"))}
        </channel></rss>
        """;

    private static byte[] Bomb()
    {
        var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Optimal))
            gzip.Write(new byte[60 << 20]);
        return bomb.ToArray();
    }
}
