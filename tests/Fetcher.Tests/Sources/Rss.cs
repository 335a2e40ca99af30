using System.Globalization;

namespace Dateline.Fetcher.Tests.Sources;

/// <summary>Writes feeds for tests.</summary>
internal static class Rss
{
    /// <summary>Where the pages are: not on the feed's host, whose turns they would take.</summary>
    public const string Pages = "http://pages.test";

    /// <param name="items">Names of items; each was published an hour before the one in front of it.</param>
    public static string Feed(string host, IEnumerable<string> items, DateTimeOffset newest, string channel = "")
    {
        var written = items.Select((item, i) => $"""
            <item><title>{item}</title><link>{Pages}/{item}</link><guid>{item}</guid><pubDate>{newest.AddHours(-i).ToString("R", CultureInfo.InvariantCulture)}</pubDate><description>Short.</description></item>
            """);
        return $"""<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>The {host} wire</title><link>http://{host}/</link>{channel}{string.Concat(written)}</channel></rss>""";
    }
}
