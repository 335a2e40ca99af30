using System.Globalization;
using System.Xml.Linq;
using Dateline.Fetcher.Feeds;

namespace Dateline.Fetcher.Sources;

/// <summary>Sources as OPML: what other readers write comes in, and what we write can be read by them and keeps our settings.</summary>
public static class SubscriptionList
{
    /// <summary>Names our own attributes; other readers pass over them.</summary>
    private static readonly XNamespace Ours = "https://dateline.dev/opml";

    /// <summary>Folders become tags.</summary>
    public static SourceSettings Settings(FeedEntry entry, SourceSettings defaults)
    {
        var tags = (defaults.Tags ?? []).Concat(entry.Categories.Select(folder => folder.Name)).Distinct().ToList();
        return defaults with
        {
            Url = entry.Link ?? entry.Id,
            Title = entry.Title,
            Tags = tags.Count > 0 ? tags : null,
            Pages = entry.Settings.GetValueOrDefault("pages") ?? defaults.Pages,
            MinIntervalMinutes = Minutes(entry, "mininterval") ?? defaults.MinIntervalMinutes,
            MaxIntervalMinutes = Minutes(entry, "maxinterval") ?? defaults.MaxIntervalMinutes,
            UserAgent = entry.Settings.GetValueOrDefault("useragent") ?? defaults.UserAgent,
            Paused = entry.Settings.GetValueOrDefault("paused") is { } paused ? paused == "true" : defaults.Paused,
        };
    }

    private static int? Minutes(FeedEntry entry, string name) =>
        int.TryParse(entry.Settings.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;

    /// <summary>Headers and cookies are secrets and stay here.</summary>
    public static string Write(IEnumerable<Source> sources, DateTimeOffset now)
    {
        var outlines = sources.Select(source => (Tags: SourceSettings.TagsOf(source), Outline: Outline(source))).ToList();
        var loose = outlines.Where(item => item.Tags.Count == 0).Select(item => item.Outline);
        var folders = outlines.SelectMany(item => item.Tags.Take(1).Select(tag => (tag, item.Outline))).GroupBy(item => item.tag, item => item.Outline)
            .OrderBy(folder => folder.Key, StringComparer.OrdinalIgnoreCase)
            .Select(folder => new XElement("outline", new XAttribute("text", folder.Key), new XAttribute("title", folder.Key), folder));
        var opml = new XElement("opml",
            new XAttribute("version", "2.0"),
            new XAttribute(XNamespace.Xmlns + "dateline", Ours.NamespaceName),
            new XElement("head", new XElement("title", "Dateline's sources"), new XElement("dateCreated", now.ToString("R", CultureInfo.InvariantCulture))),
            new XElement("body", loose, folders));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{opml}\n";
    }

    private static XElement Outline(Source source) => new("outline",
        new XAttribute("type", "rss"),
        new XAttribute("text", Clean(source.Title ?? source.Url)),
        new XAttribute("title", Clean(source.Title ?? source.Url)),
        new XAttribute("xmlUrl", source.Url),
        new XAttribute(Ours + "pages", source.Pages),
        source.MinInterval is { } min ? new XAttribute(Ours + "minInterval", (int)min.TotalMinutes) : null,
        source.MaxInterval is { } max ? new XAttribute(Ours + "maxInterval", (int)max.TotalMinutes) : null,
        source.UserAgent is { } agent ? new XAttribute(Ours + "userAgent", Clean(agent)) : null,
        source.Paused ? new XAttribute(Ours + "paused", "true") : null);

    /// <summary>Titles come from anywhere; XML refuses some characters even when escaped.</summary>
    private static string Clean(string text) => string.Concat(text.Where(System.Xml.XmlConvert.IsXmlChar));
}
