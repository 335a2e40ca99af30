namespace Dateline.Fetcher.Feeds;

/// <summary>Reads a person construct, which in Atom has parts and in RSS is one line.</summary>
internal static class People
{
    public static FeedPerson? Of(FeedTree tree, FeedUrls urls, FeedNode node)
    {
        string? name = null, mail = null, url = null;
        foreach (var part in node.Elements)
        {
            switch (part.Name)
            {
                case "name" or "title": name ??= PlainText.Of(tree.TextOf(part)); break;
                case "email": mail ??= PlainText.Fold(tree.TextOf(part)); break;
                case "uri" or "url" or "homepage": url ??= urls.Web(part, tree.TextOf(part)); break;
            }
        }

        if (name is null && mail is null && url is null)
            return FeedPeople.Parse(tree.TextOf(node));

        var parsed = FeedPeople.Parse(name);
        return new FeedPerson(parsed?.Name ?? mail ?? url!, mail ?? parsed?.Email, url);
    }
}
