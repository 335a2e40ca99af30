namespace Dateline.Fetcher.Feeds;

/// <summary>Reads sitemaps and sitemap indexes, with the news and image extensions; each address is an entry.</summary>
internal static class Sitemap
{
    public static Feed Read(FeedTree tree, FeedNode root, string? baseUrl, FeedOptions options, IReadOnlyList<string> warnings)
    {
        var urls = new FeedUrls(tree, baseUrl);
        var entries = new List<FeedEntry>();
        foreach (var node in root.Elements)
        {
            if (node.Name is "url" or "sitemap" && entries.Count < options.MaxSitemapEntries && Entry(tree, urls, node) is { } entry)
                entries.Add(entry);
        }

        return new Feed { Format = FeedFormat.Sitemap, Entries = entries, Warnings = warnings };
    }

    private static FeedEntry? Entry(FeedTree tree, FeedUrls urls, FeedNode node)
    {
        var entry = new FeedEntry();
        foreach (var child in node.Elements)
        {
            entry = child.Name switch
            {
                "loc" when child.Space != FeedSpace.Image => entry with { Id = tree.TextOf(child), Link = urls.Web(child, tree.TextOf(child)) },
                "lastmod" => entry with { UpdatedAt = FeedDate.Parse(tree.TextOf(child)) },
                "news" => News(tree, child, entry),
                "image" => Image(tree, urls, child, entry),
                _ => entry,
            };
        }

        return entry.Link is null ? null : entry;
    }

    private static FeedEntry News(FeedTree tree, FeedNode news, FeedEntry entry)
    {
        foreach (var child in news.Elements)
        {
            entry = child.Name switch
            {
                "title" => entry with { Title = PlainText.Of(tree.TextOf(child)) },
                "publication_date" => entry with { PublishedAt = FeedDate.Parse(tree.TextOf(child)) },
                "keywords" => entry with { Categories = Keywords(tree, child) },
                "publication" => News(tree, child, entry),
                "name" => entry with { SourceTitle = PlainText.Of(tree.TextOf(child)) },
                "language" => entry with { Language = tree.TextOf(child) },
                _ => entry,
            };
        }

        return entry;
    }

    private static FeedEntry Image(FeedTree tree, FeedUrls urls, FeedNode image, FeedEntry entry)
    {
        foreach (var child in image.Elements)
        {
            if (child.Name == "loc")
                return entry with { ImageUrl = entry.ImageUrl ?? urls.Web(child, tree.TextOf(child)) };
        }

        return entry;
    }

    private static List<FeedCategory> Keywords(FeedTree tree, FeedNode node)
    {
        var categories = new List<FeedCategory>();
        Categories.Add(categories, tree, node);
        return categories;
    }
}
