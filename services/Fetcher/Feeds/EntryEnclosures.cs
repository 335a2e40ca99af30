using System.Globalization;

namespace Dateline.Fetcher.Feeds;

/// <summary>Gathers the files that an entry comes with, each once.</summary>
internal sealed class EntryEnclosures(FeedTree tree, FeedUrls urls)
{
    private readonly List<FeedEnclosure> _all = [];

    public IReadOnlyList<FeedEnclosure> All => _all;

    public void Add(FeedNode node, string? url)
    {
        // More are a gallery dump; the bound keeps comparing them cheap.
        const int MaxEnclosures = 200;
        if (urls.Resolve(node, url) is not { } resolved || _all.Count >= MaxEnclosures || _all.Exists(known => known.Url == resolved))
            return;

        var size = tree.Attribute(node, "length") ?? tree.Attribute(node, "filesize");
        _all.Add(new FeedEnclosure(
            resolved,
            tree.Attribute(node, "type"),
            long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null));
    }
}
