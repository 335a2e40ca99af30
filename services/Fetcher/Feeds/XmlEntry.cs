namespace Dateline.Fetcher.Feeds;

/// <summary>Gathers what an item or entry says, each field from the best element that carries it.</summary>
internal sealed class XmlEntry(FeedTree tree, FeedUrls urls, FeedTexts texts, XmlFeedFields feed)
{
    private readonly Ranked<string> _id = new();
    private readonly Ranked<FeedTitle> _title = new();
    private readonly Ranked<string> _link = new();
    private readonly Ranked<string> _summary = new();
    private readonly Ranked<string> _content = new();
    private readonly Ranked<string> _rights = new();
    private readonly Ranked<string> _image = new();
    private readonly Ranked<string> _comments = new();
    private readonly Ranked<string> _language = new();
    private readonly Ranked<DateTimeOffset> _published = new();
    private readonly Ranked<DateTimeOffset> _updated = new();
    private readonly List<FeedPerson> _authors = [];
    private readonly List<FeedCategory> _categories = [];
    private readonly EntryEnclosures _enclosures = new(tree, urls);
    private readonly EntrySource _source = new(tree, urls, texts);

    public FeedEntry Read(FeedNode item)
    {
        foreach (var child in item.Elements)
            Field(child);

        About(item);
        return new FeedEntry
        {
            Id = _id.Best,
            Title = _title.Best?.Plain,
            TitleHtml = _title.Best?.Html,
            Link = _link.Best,
            Authors = EntryAuthors(),
            PublishedAt = _published.BestOrNull(),
            UpdatedAt = _updated.BestOrNull(),
            Summary = _summary.Best,
            ContentHtml = _content.Best,
            Categories = _categories,
            Enclosures = _enclosures.All,
            Language = _language.Best ?? feed.Language,
            ImageUrl = _image.Best,
            Comments = _comments.Best,
            Rights = _rights.Best,
            SourceTitle = _source.Title,
            SourceUrl = _source.Url,
        };
    }

    private IReadOnlyList<FeedPerson> EntryAuthors() =>
        _authors.Count > 0 ? _authors
        : _source.Authors.Count > 0 ? _source.Authors
        : feed.Format == FeedFormat.Atom ? feed.Authors : [];

    private void About(FeedNode item)
    {
        if (item.Attributes.Length == 0)
            return;

        var about = tree.Attribute(item, "rdf:about") ?? tree.Attribute(item, "about");
        _id.Offer(3, about);
        _link.Offer(6, urls.Web(item, about));
        _link.Offer(7, urls.Web(item, tree.Attribute(item, "href")));
        _language.Offer(3, tree.Attribute(item, "xml:lang"));
    }

    private void Field(FeedNode node)
    {
        switch (node.Space)
        {
            case FeedSpace.Rss or FeedSpace.Atom: Own(node, IsForeign(node) ? 1 : 0); break;
            case FeedSpace.Dc: Dublin(node); break;
            case FeedSpace.DcTerms: Terms(node); break;
            case FeedSpace.Content when node.Name == "encoded": _content.Offer(0, texts.Html(node)); break;
            case FeedSpace.Media: Media(node, 0); break;
            case FeedSpace.Itunes: Itunes(node); break;
            case FeedSpace.Xhtml when node.Name is "body" or "div": Body(node); break;
        }
    }

    private bool IsForeign(FeedNode node) => node.Space == FeedSpace.Atom && feed.Format != FeedFormat.Atom;

    private void Own(FeedNode node, int rank)
    {
        switch (node.Name)
        {
            case "title": Title(node, rank); break;
            case "link": Link(node); break;
            case "guid" or "id": Id(node, rank); break;
            case "pubdate" or "published": _published.Offer(rank, FeedDate.Parse(tree.TextOf(node))); break;
            case "issued": _published.Offer(rank + 2, FeedDate.Parse(tree.TextOf(node))); break;
            case "created": _published.Offer(rank + 6, FeedDate.Parse(tree.TextOf(node))); break;
            case "updated" or "modified" or "lastbuilddate": _updated.Offer(rank, FeedDate.Parse(tree.TextOf(node))); break;
            case "description" or "summary" or "abstract": Summary(node, rank); break;
            case "content" or "encoded": Content(node, rank); break;
            case "body" or "fullitem": Content(node, rank + 2); break;
            case "author" or "managingeditor": FeedPeople.Add(_authors, People.Of(tree, urls, node)); break;
            case "category" or "keywords": Categories.Add(_categories, tree, node); break;
            case "enclosure": _enclosures.Add(node, tree.Attribute(node, "url") ?? tree.Attribute(node, "href")); break;
            case "comments": _comments.Offer(rank, urls.Web(node, tree.TextOf(node))); break;
            case "rights" or "copyright": _rights.Offer(rank, texts.Html(node)); break;
            case "source": _source.Read(node); break;
            case "image": _image.Offer(2, urls.Web(node, tree.Attribute(node, "url") ?? tree.TextOf(node))); break;
        }
    }

    private void Title(FeedNode node, int rank)
    {
        _title.Offer(rank, texts.Title(node));
        _language.Offer(4, tree.Attribute(node, "xml:lang"));
    }

    private void Id(FeedNode node, int rank)
    {
        var id = tree.TextOf(node);
        _id.Offer(rank, id);
        if (node.Name == "guid" && tree.Attribute(node, "ispermalink")?.ToLowerInvariant() is null or "true" or "" && id is not null && FeedUrls.IsWeb(id))
            _link.Offer(5, urls.Web(node, id));
    }

    private void Link(FeedNode node)
    {
        if (tree.Attribute(node, "href") is not { } href)
        {
            // Atom's attributes on RSS's element: only the alternate is the article.
            var isArticle = tree.Attribute(node, "rel") is null or "" or "alternate";
            _link.Offer(isArticle ? 0 : 8, urls.Resolve(node, tree.TextOf(node)));
            return;
        }

        var type = tree.Attribute(node, "type")?.ToLowerInvariant();
        var isHtml = type is null or "" or "text/html" or "application/xhtml+xml";
        var foreign = IsForeign(node) ? 1 : 0;
        switch (tree.Attribute(node, "rel")?.ToLowerInvariant())
        {
            case null or "" or "alternate" or "http://www.iana.org/assignments/relation/alternate":
                _link.Offer(foreign + (isHtml ? type is null or "" ? 1 : 0 : 2), urls.Resolve(node, href));
                break;
            case "enclosure": _enclosures.Add(node, href); break;
            case "replies" when isHtml: _comments.Offer(1, urls.Web(node, href)); break;
        }
    }

    private void Summary(FeedNode node, int rank)
    {
        _summary.Offer(rank, texts.Html(node));
        _language.Offer(2, tree.Attribute(node, "xml:lang"));
    }

    private void Content(FeedNode node, int rank)
    {
        _content.Offer(rank + 1, texts.Html(node));
        _language.Offer(1, tree.Attribute(node, "xml:lang"));
    }

    private void Body(FeedNode node)
    {
        _content.Offer(2, HtmlUrls.Absolute(InnerMarkup.Of(tree, node, isEscaped: false), urls.BaseOf(node)));
        _language.Offer(1, tree.Attribute(node, "xml:lang"));
    }

    private void Dublin(FeedNode node)
    {
        switch (node.Name)
        {
            case "title": _title.Offer(2, texts.Title(node)); break;
            case "creator" or "author": FeedPeople.Add(_authors, FeedPeople.Parse(tree.TextOf(node))); break;
            case "date": _published.Offer(4, FeedDate.Parse(tree.TextOf(node))); break;
            case "description": _summary.Offer(5, texts.Html(node)); break;
            case "subject": Categories.Add(_categories, tree, node); break;
            case "language": _language.Offer(0, tree.TextOf(node)); break;
            case "rights": _rights.Offer(2, texts.Html(node)); break;
            case "identifier": _id.Offer(4, tree.TextOf(node)); break;
        }
    }

    private void Terms(FeedNode node)
    {
        switch (node.Name)
        {
            case "issued": _published.Offer(2, FeedDate.Parse(tree.TextOf(node))); break;
            case "created": _published.Offer(6, FeedDate.Parse(tree.TextOf(node))); break;
            case "modified": _updated.Offer(2, FeedDate.Parse(tree.TextOf(node))); break;
        }
    }

    private void Itunes(FeedNode node)
    {
        switch (node.Name)
        {
            case "title": _title.Offer(4, texts.Title(node)); break;
            case "author": FeedPeople.Add(_authors, FeedPeople.Parse(tree.TextOf(node))); break;
            case "summary": _summary.Offer(3, texts.Html(node)); break;
            case "subtitle": _summary.Offer(4, texts.Html(node)); break;
            case "image" or "link": _image.Offer(1, urls.Web(node, tree.Attribute(node, "href") ?? tree.Attribute(node, "url"))); break;
            case "category" or "keywords": Categories.Add(_categories, tree, node); break;
        }
    }

    private void Media(FeedNode node, int depth)
    {
        switch (node.Name)
        {
            case "group" or "content" when depth < 3:
                if (node.Name == "content")
                    MediaContent(node);
                foreach (var child in node.Elements)
                {
                    if (child.Space == FeedSpace.Media)
                        Media(child, depth + 1);
                }

                break;
            case "title": _title.Offer(3 + depth, texts.Title(node)); break;
            case "description": _summary.Offer(6 + depth, texts.Html(node)); break;
            case "thumbnail": _image.Offer(3, urls.Web(node, tree.Attribute(node, "url"))); break;
            case "category" or "keywords": Categories.Add(_categories, tree, node); break;
        }
    }

    private void MediaContent(FeedNode node)
    {
        var url = tree.Attribute(node, "url");
        _enclosures.Add(node, url);
        if (tree.Attribute(node, "medium") == "image" || tree.Attribute(node, "type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)
            _image.Offer(2, urls.Web(node, url));
    }
}
