namespace Dateline.Fetcher.Feeds;

/// <summary>Collects categories from the elements that the vocabularies use for them, once each.</summary>
internal static class Categories
{
    // More are not a classification any more; the bound keeps comparing them cheap.
    private const int MaxCategories = 500;

    public static void Add(List<FeedCategory> categories, FeedTree tree, FeedNode node)
    {
        if (node.Name is "keywords")
        {
            foreach (var keyword in (tree.TextOf(node) ?? "").Split(',').Take(MaxCategories))
                Add(categories, PlainText.Of(keyword), null, null);
            return;
        }

        var isItunes = node.Space == FeedSpace.Itunes;
        var label = PlainText.Of(tree.Attribute(node, "label"));
        var scheme = tree.Attribute(node, "scheme") ?? tree.Attribute(node, "domain");
        var text = tree.Attribute(node, "term") ?? (isItunes ? tree.Attribute(node, "text") : null) ?? OwnText(tree, node);
        Add(categories, PlainText.Of(text) ?? label, scheme ?? DefaultScheme(node.Space), label);
        if (!isItunes)
            return;

        foreach (var child in node.Elements)
            Add(categories, tree, child);
    }

    private static void Add(List<FeedCategory> categories, string? name, string? scheme, string? label)
    {
        if (name is not null && categories.Count < MaxCategories && !categories.Exists(known => known.Name == name))
            categories.Add(new FeedCategory(name, scheme, label));
    }

    private static string? DefaultScheme(FeedSpace space) => space switch
    {
        FeedSpace.Itunes => "http://www.itunes.com/",
        FeedSpace.Media => "http://search.yahoo.com/mrss/category_schema",
        _ => null,
    };

    private static string? OwnText(FeedTree tree, FeedNode node) =>
        node.Space == FeedSpace.Itunes && InnerMarkup.HasElements(node) ? null : tree.TextOf(node);
}
