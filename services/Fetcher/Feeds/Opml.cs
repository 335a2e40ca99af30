namespace Dateline.Fetcher.Feeds;

/// <summary>Reads subscription lists: each feed is an entry whose link is the feed's address, its folders are categories.</summary>
internal static class Opml
{
    /// <summary>What an exported list says of a source beyond the standard.</summary>
    private static readonly string[] OwnAttributes = ["pages", "mininterval", "maxinterval", "useragent", "paused"];

    public static Feed Read(FeedTree tree, FeedNode root, string? baseUrl, FeedOptions options, IReadOnlyList<string> warnings)
    {
        var urls = new FeedUrls(tree, baseUrl);
        var feed = new Feed { Format = FeedFormat.Opml, Warnings = warnings };
        var entries = new List<FeedEntry>();
        foreach (var part in root.Elements)
        {
            if (part.Name == "head")
                feed = Head(tree, part, feed);
            else if (part.Name == "body")
                Outlines(tree, urls, part, [], entries, options.MaxEntries);
        }

        return feed with { Entries = entries };
    }

    private static Feed Head(FeedTree tree, FeedNode head, Feed feed)
    {
        foreach (var child in head.Elements)
        {
            feed = child.Name switch
            {
                "title" => feed with { Title = PlainText.Of(tree.TextOf(child)) },
                "datemodified" => feed with { UpdatedAt = FeedDate.Parse(tree.TextOf(child)) },
                "datecreated" => feed with { PublishedAt = FeedDate.Parse(tree.TextOf(child)) },
                _ => feed,
            };
        }

        return feed;
    }

    private static void Outlines(FeedTree tree, FeedUrls urls, FeedNode parent, FeedCategory[] folders, List<FeedEntry> entries, int max)
    {
        foreach (var outline in parent.Elements)
        {
            if (outline.Name != "outline" || entries.Count >= max)
                continue;

            var name = PlainText.Of(tree.Attribute(outline, "title") ?? tree.Attribute(outline, "text"));
            if (tree.Attribute(outline, "xmlurl") is { } address && (address.Length > 0 || !outline.Elements.MoveNext()))
                entries.Add(Entry(tree, urls, outline, name, address, folders));
            else
                Outlines(tree, urls, outline, name is null ? folders : [.. folders, new FeedCategory(name)], entries, max);
        }
    }

    private static FeedEntry Entry(FeedTree tree, FeedUrls urls, FeedNode outline, string? name, string address, FeedCategory[] folders) => new()
    {
        Id = address.Length == 0 ? null : urls.Web(outline, address) ?? address,
        Title = name,
        Link = address.Length == 0 ? null : urls.Web(outline, address), // null: nothing that can be asked, which whoever imports the list is told
        SourceUrl = urls.Web(outline, tree.Attribute(outline, "htmlurl")),
        Language = tree.Attribute(outline, "language"),
        Summary = tree.Attribute(outline, "description"),
        Categories = folders,
        Settings = Settings(tree, outline),
    };

    private static Dictionary<string, string> Settings(FeedTree tree, FeedNode outline)
    {
        var settings = new Dictionary<string, string>();
        foreach (var name in OwnAttributes)
        {
            if (tree.Attribute(outline, "dateline:" + name) is { } value)
                settings[name] = value;
        }

        return settings;
    }
}
