namespace Dateline.Fetcher.Feeds;

/// <summary>Maps RSS of every version, RDF, Atom and CDF to the model.</summary>
internal sealed class XmlFeed
{
    private readonly FeedTree _tree;
    private readonly FeedNode _root;
    private readonly FeedNode _channel;
    private readonly FeedOptions _options;
    private readonly FeedUrls _urls;
    private readonly FeedTexts _texts;
    private readonly FeedFormat _format;

    public XmlFeed(FeedTree tree, FeedNode root, string? baseUrl, FeedOptions options)
    {
        _tree = tree;
        _root = root;
        _options = options;
        _urls = new FeedUrls(tree, baseUrl);
        _texts = new FeedTexts(tree, _urls);
        _format = root.Name switch { "feed" => FeedFormat.Atom, "rdf" => FeedFormat.Rdf, _ => FeedFormat.Rss };
        _channel = root.Name is "feed" or "channel" ? root : Channel(root) ?? root;
    }

    public Feed Read(List<string> warnings)
    {
        var fields = new XmlFeedFields(_tree, _urls, _texts, _format).Read(_channel, _root);
        return fields.ToFeed(Entries(fields, warnings), warnings);
    }

    private static FeedNode? Channel(FeedNode root)
    {
        foreach (var child in root.Elements)
        {
            if (child.Name == "channel")
                return child;
        }

        return null;
    }

    private List<FeedEntry> Entries(XmlFeedFields feed, List<string> warnings)
    {
        var entries = new List<FeedEntry>();
        foreach (var item in Items())
        {
            if (entries.Count == _options.MaxEntries)
            {
                warnings.Add($"Only the first {_options.MaxEntries} entries were read.");
                break;
            }

            entries.Add(new XmlEntry(_tree, _urls, _texts, feed).Read(item));
        }

        return entries;
    }

    // RSS 1.0 keeps items beside the channel, others inside; broken feeds do either.
    private IEnumerable<FeedNode> Items()
    {
        for (var child = _root.FirstChild; child is not null; child = child.Next)
        {
            if (IsItem(child))
                yield return child;
            else if (child.Name is "channel" or "items" && _root != child)
            {
                for (var inner = child.FirstChild; inner is not null; inner = inner.Next)
                {
                    if (IsItem(inner))
                        yield return inner;
                }
            }
        }
    }

    private bool IsItem(FeedNode node) =>
        node.Name is "item" or "entry" && (node.Space is FeedSpace.Rss or FeedSpace.Atom || node.Space == _root.Space);
}
