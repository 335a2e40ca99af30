using System.Buffers;
using System.Text;

namespace Dateline.Fetcher.Feeds;

/// <summary>Finds the element that makes a document a feed, behind whatever junk was printed before it.</summary>
internal static class FeedRoot
{
    // The document element, or one wrapped by an envelope or by a warning whose tags were not closed.
    private const int MaxDepth = 3;

    private static readonly string[] Starts = ["<rss", "<feed", ":feed", ":rdf", "<rdf", "<channel", "<urlset", ":urlset", "<sitemapindex", "<opml", ":rss"];

    private static readonly SearchValues<string> Openings = SearchValues.Create(Starts, StringComparison.OrdinalIgnoreCase);

    private static readonly byte[][] ByteOpenings = [.. Starts.Select(Encoding.ASCII.GetBytes)];

    /// <summary>A cheap look before the work.</summary>
    public static bool MayBeThere(string text) =>
        text.AsSpan().ContainsAny(Openings);

    /// <summary>The same look at bytes of a charset that has ASCII in its place: web pages need not be decoded for it.</summary>
    public static bool MayBeThere(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOfAny((byte)'<', (byte)':'); at >= 0; at = bytes.IndexOfAny((byte)'<', (byte)':'))
        {
            bytes = bytes[at..];
            foreach (var opening in ByteOpenings)
            {
                if (bytes.Length >= opening.Length && bytes[0] == opening[0] && Ascii.EqualsIgnoreCase(bytes[..opening.Length], opening))
                    return true;
            }

            bytes = bytes[1..];
        }

        return false;
    }

    public static FeedNode? Find(FeedNode top) => Find(top, MaxDepth);

    private static FeedNode? Find(FeedNode node, int depth)
    {
        foreach (var child in node.Elements)
        {
            if (child.Name is "html" or "newsmessage") // the latter names the channel it was sent over
                return null;

            if (IsRoot(child))
                return child;

            if (depth > 1 && Find(child, depth - 1) is { } found)
                return found;
        }

        return null;
    }

    private static bool IsRoot(FeedNode node) => node.Name switch
    {
        "rss" or "feed" or "urlset" or "sitemapindex" or "opml" or "channel" => true,
        "rdf" => Any(node, "channel") || Any(node, "item"),
        _ => false,
    };

    private static bool Any(FeedNode node, string name)
    {
        foreach (var child in node.Elements)
        {
            if (child.Name == name)
                return true;
        }

        return false;
    }
}
