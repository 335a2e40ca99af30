using System.Collections.Frozen;

namespace Dateline.Fetcher.Feeds;

/// <summary>What the lenient tree knows about element names: which are never nested, which cannot have children, which end a forgotten one.</summary>
internal static class FeedNames
{
    // HTML elements without content; feeds carry them unclosed inside unescaped markup.
    private static readonly FrozenSet<string> Void = Set("br", "hr", "img", "wbr", "input", "col", "area", "param", "embed");

    private static readonly FrozenSet<string> Items = Set("item", "entry");

    private static readonly FrozenSet<string> Roots = Set("rss", "channel", "feed", "rdf");

    // Fields that hold one value: another field inside means that the closing tag was forgotten or misspelt.
    private static readonly FrozenSet<string> Leaves = Set(
        "title", "link", "guid", "id", "pubdate", "updated", "published", "issued", "modified", "created", "category",
        "language", "lastbuilddate", "comments", "creator", "date", "subject", "generator", "ttl", "copyright", "enclosure",
        "managingeditor", "webmaster", "docs");

    private static readonly FrozenSet<string> Prose = Set("description", "summary", "encoded", "content");

    // Field names that are no HTML elements, so that they end prose, too.
    private static readonly FrozenSet<string> Fields = Set(
        "guid", "id", "pubdate", "updated", "published", "issued", "modified", "created", "description", "encoded", "category",
        "language", "lastbuilddate", "comments", "creator", "generator", "ttl", "copyright", "enclosure", "author", "managingeditor",
        "webmaster");

    private static readonly FrozenSet<string> HtmlFields = Set("title", "link", "summary", "content", "source", "date", "subject");

    public static bool IsVoid(string name) => Void.Contains(name);

    public static bool IsItem(FeedSpace space, string name) => space is FeedSpace.Rss or FeedSpace.Atom && Items.Contains(name);

    public static bool IsStructure(string name) => Items.Contains(name) || Roots.Contains(name);

    /// <summary>Whether an element cannot lie inside <paramref name="open"/>, which therefore ended before it.</summary>
    public static bool Ends(FeedNode open, FeedSpace space, string name)
    {
        if (space is FeedSpace.Xhtml or FeedSpace.Other || open.Space is FeedSpace.Media or FeedSpace.Xhtml or FeedSpace.Other or FeedSpace.Itunes)
            return false;

        if (Leaves.Contains(open.Name))
            return Fields.Contains(name) || HtmlFields.Contains(name);

        return Prose.Contains(open.Name) && Fields.Contains(name) && name != open.Name;
    }

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
