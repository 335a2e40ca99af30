using Dateline.Parser.Html.Tree;

namespace Dateline.Parser.Metadata;

/// <summary>Knows the entry that a page has in its own lists: "latest stories" beside a story often names it too, with the date that the story itself does not show.</summary>
internal sealed class OwnEntry
{
    private const int MaxLinks = 10;

    /// <summary>Levels from a date up to the entry that it stands in.</summary>
    private const int Depth = 6;

    private const int MaxLength = 500;

    /// <summary>Shorter links of an entry lead to its section, its author or its comments.</summary>
    private const int HeadlineLength = 12;

    private readonly Lazy<List<Node>> links;

    /// <param name="page">The page. Its links are looked through when the first date stands in a list: most pages have theirs elsewhere.</param>
    /// <param name="address">Its own; null finds nothing.</param>
    public OwnEntry(HtmlPage page, string? address) => links = new(() => Links(page, address));

    /// <summary>Whether a text stands in an entry that leads to this page and to no other story.</summary>
    public bool Holds(Node text)
    {
        if (links.Value is not { Count: > 0 } own)
            return false;
        var box = text.ParentElement;
        for (var level = 0; level < Depth && box is { } entry && entry.TextLength <= MaxLength; level++, box = entry.ParentElement)
        {
            if (own.Exists(link => entry.Contains(link) || link.Contains(entry)))
                return entry.QuerySelectorAll("a[href]").All(link => own.Contains(link) || link.TextLength < HeadlineLength);
        }

        return false;
    }

    private static List<Node> Links(HtmlPage page, string? address)
    {
        if (Addresses.Absolute(address, null) is not { } absolute || LastStep(absolute) is not { Length: > 0 } name)
            return [];
        return [.. page.QuerySelectorAll("a[href]")
            .Where(link => link.GetAttribute("href") is { } target && target.Contains(name, StringComparison.OrdinalIgnoreCase) && IsSame(Addresses.Absolute(target, address), address!))
            .Take(MaxLinks)];
    }

    /// <summary>A cheap first look, before addresses are resolved.</summary>
    private static string LastStep(string address)
    {
        var path = new Uri(address).PathAndQuery.TrimEnd('/');
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static bool IsSame(string? link, string address) =>
        link is not null && new Uri(link) is var one && new Uri(address) is var other
        && one.Host.Equals(other.Host, StringComparison.OrdinalIgnoreCase)
        && one.PathAndQuery.TrimEnd('/').Equals(other.PathAndQuery.TrimEnd('/'), StringComparison.Ordinal);
}
