namespace Dateline.Fetcher.Feeds;

/// <summary>What an entry that was taken over from another feed says of that one.</summary>
internal sealed class EntrySource(FeedTree tree, FeedUrls urls, FeedTexts texts)
{
    private readonly List<FeedPerson> _authors = [];

    public string? Title { get; private set; }

    public string? Url { get; private set; }

    public IReadOnlyList<FeedPerson> Authors => _authors;

    public void Read(FeedNode node)
    {
        Url = urls.Web(node, tree.Attribute(node, "url"));
        if (!InnerMarkup.HasElements(node))
        {
            Title = PlainText.Of(tree.TextOf(node));
            return;
        }

        foreach (var child in node.Elements)
        {
            switch (child.Name)
            {
                case "title": Title = texts.Plain(child); break;
                case "author": FeedPeople.Add(_authors, People.Of(tree, urls, child)); break;
                case "link" when tree.Attribute(child, "rel") is null or "alternate":
                    Url = urls.Web(child, tree.Attribute(child, "href") ?? tree.TextOf(child));
                    break;
            }
        }
    }
}
