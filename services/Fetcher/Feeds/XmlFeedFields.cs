namespace Dateline.Fetcher.Feeds;

/// <summary>Gathers what a channel or feed element says about itself, each field from the best element that carries it.</summary>
internal sealed class XmlFeedFields(FeedTree tree, FeedUrls urls, FeedTexts texts, FeedFormat format)
{
    private readonly Ranked<FeedTitle> _title = new();
    private readonly Ranked<string> _link = new();
    private readonly Ranked<string> _subtitle = new();
    private readonly Ranked<string> _language = new();
    private readonly Ranked<string> _rights = new();
    private readonly Ranked<string> _image = new();
    private readonly Ranked<string> _id = new();
    private readonly Ranked<DateTimeOffset> _updated = new();
    private readonly Ranked<DateTimeOffset> _published = new();
    private readonly List<FeedPerson> _authors = [];
    private readonly List<FeedCategory> _categories = [];
    private readonly List<string> _hubs = [];
    private readonly RhythmFields _rhythm = new();
    private FeedPerson? _webmaster;
    private string? _self;

    public FeedFormat Format => format;

    public IReadOnlyList<FeedPerson> Authors => _authors;

    public string? Language => _language.Best;

    public XmlFeedFields Read(FeedNode channel, FeedNode root)
    {
        FindSite(channel);
        foreach (var child in channel.Elements)
            Field(child);

        if (channel != root)
            ReadSiblings(root);

        _language.Offer(2, tree.Attribute(channel, "xml:lang") ?? tree.Attribute(root, "xml:lang"));
        _updated.Offer(3, FeedDate.Parse(tree.Attribute(channel, "lastmod")));
        _link.Offer(3, urls.Web(channel, tree.Attribute(channel, "rdf:about")));
        _link.Offer(4, _self ?? urls.Transport);
        return this;
    }

    public Feed ToFeed(IReadOnlyList<FeedEntry> entries, IReadOnlyList<string> warnings) => new()
    {
        Format = format,
        Id = _id.Best,
        Title = _title.Best?.Plain,
        TitleHtml = _title.Best?.Html,
        Link = _link.Best,
        Language = _language.Best,
        UpdatedAt = _updated.BestOrNull(),
        PublishedAt = _published.BestOrNull(),
        Subtitle = _subtitle.Best,
        Rights = _rights.Best,
        ImageUrl = _image.Best,
        Authors = _authors.Count == 0 && _webmaster is not null ? [_webmaster] : _authors,
        Categories = _categories,
        SelfUrl = _self,
        Hubs = _hubs,
        Rhythm = _rhythm.ToRhythm(),
        Entries = entries,
        Warnings = warnings,
    };

    // Relative addresses anywhere may depend on the site's link, wherever it stands.
    private void FindSite(FeedNode channel)
    {
        string? self = null;
        foreach (var child in channel.Elements)
        {
            if (child.Name != "link" || child.Space is not (FeedSpace.Rss or FeedSpace.Atom))
                continue;

            if (tree.Attribute(child, "href") is not { } href)
                urls.UseSite(tree.TextOf(child));
            else if (tree.Attribute(child, "rel") is null or "alternate" or "")
                urls.UseSite(href);
            else if (tree.Attribute(child, "rel") == "self")
                self ??= href;
        }

        urls.UseSite(self);
    }

    // RDF and RSS 0.90 keep the image beside the channel.
    private void ReadSiblings(FeedNode root)
    {
        foreach (var child in root.Elements)
        {
            if (child.Name == "image")
                Image(child, 1);
        }
    }

    private void Field(FeedNode node)
    {
        switch (node.Space)
        {
            case FeedSpace.Rss or FeedSpace.Atom: Own(node, IsForeign(node) ? 1 : 0); break;
            case FeedSpace.Dc: Dublin(node); break;
            case FeedSpace.DcTerms: Terms(node); break;
            case FeedSpace.Itunes: Itunes(node); break;
            case FeedSpace.Media: Media(node); break;
            case FeedSpace.Syndication: _rhythm.Syndication(node.Name, tree.TextOf(node)); break;
        }
    }

    private bool IsForeign(FeedNode node) => node.Space == FeedSpace.Atom && format != FeedFormat.Atom;

    private void Own(FeedNode node, int rank)
    {
        switch (node.Name)
        {
            case "title": _title.Offer(rank, texts.Title(node)); break;
            case "link": Link(node); break;
            case "id" or "guid": _id.Offer(rank, tree.TextOf(node)); break;
            case "description" or "subtitle" or "tagline" or "abstract": _subtitle.Offer(rank, texts.Html(node)); break;
            case "info": _subtitle.Offer(rank + 3, texts.Html(node)); break;
            case "language": _language.Offer(rank, tree.TextOf(node)); break;
            case "copyright" or "rights": _rights.Offer(rank, texts.Html(node)); break;
            case "updated" or "modified" or "lastbuilddate": _updated.Offer(rank, FeedDate.Parse(tree.TextOf(node))); break;
            case "pubdate" or "published" or "issued" or "created": _published.Offer(rank, FeedDate.Parse(tree.TextOf(node))); break;
            case "author" or "managingeditor": FeedPeople.Add(_authors, People.Of(tree, urls, node)); break;
            case "webmaster": _webmaster = FeedPeople.Parse(tree.TextOf(node)); break;
            case "category" or "keywords": Categories.Add(_categories, tree, node); break;
            case "image": Image(node, rank); break;
            case "logo": _image.Offer(rank, urls.Web(node, tree.TextOf(node))); break;
            case "icon": _image.Offer(rank + 3, urls.Web(node, tree.TextOf(node))); break;
            default: _rhythm.Rss(node, tree); break;
        }
    }

    private void Link(FeedNode node)
    {
        if (tree.Attribute(node, "href") is not { } href)
        {
            _link.Offer(0, urls.Resolve(node, tree.TextOf(node)));
            return;
        }

        switch (tree.Attribute(node, "rel")?.ToLowerInvariant())
        {
            case null or "" or "alternate": _link.Offer(LinkRank(node), urls.Resolve(node, href)); break;
            case "self": _self ??= urls.Resolve(node, href); break;
            case "hub" when urls.Web(node, href) is { } hub: _hubs.Add(hub); break;
        }
    }

    private int LinkRank(FeedNode node)
    {
        var isHtml = tree.Attribute(node, "type") is null or "" or "text/html" or "application/xhtml+xml";
        return (IsForeign(node) ? 1 : 0) + (isHtml ? 0 : 1);
    }

    private void Image(FeedNode node, int rank)
    {
        foreach (var child in node.Elements)
        {
            if (child.Name == "url")
                _image.Offer(rank, urls.Web(child, tree.TextOf(child)));
        }

        _image.Offer(rank + 1, urls.Web(node, tree.Attribute(node, "rdf:resource") ?? tree.Attribute(node, "href")));
    }

    private void Dublin(FeedNode node)
    {
        switch (node.Name)
        {
            case "title": _title.Offer(2, texts.Title(node)); break;
            case "description": _subtitle.Offer(2, texts.Html(node)); break;
            case "language": _language.Offer(1, tree.TextOf(node)); break;
            case "rights": _rights.Offer(2, texts.Html(node)); break;
            case "date": Date(tree.TextOf(node)); break;
            case "creator" or "author": FeedPeople.Add(_authors, FeedPeople.Parse(tree.TextOf(node))); break;
            case "subject": Categories.Add(_categories, tree, node); break;
            case "identifier": _id.Offer(2, tree.TextOf(node)); break;
        }
    }

    private void Date(string? text)
    {
        var date = FeedDate.Parse(text);
        _published.Offer(3, date);
        _updated.Offer(4, date);
    }

    private void Terms(FeedNode node)
    {
        switch (node.Name)
        {
            case "modified": _updated.Offer(2, FeedDate.Parse(tree.TextOf(node))); break;
            case "issued": _published.Offer(2, FeedDate.Parse(tree.TextOf(node))); break;
            case "created": _published.Offer(4, FeedDate.Parse(tree.TextOf(node))); break;
        }
    }

    private void Itunes(FeedNode node)
    {
        switch (node.Name)
        {
            case "title": _title.Offer(4, texts.Title(node)); break;
            case "subtitle" or "summary": _subtitle.Offer(4, texts.Html(node)); break;
            case "author": FeedPeople.Add(_authors, FeedPeople.Parse(tree.TextOf(node))); break;
            case "owner": FeedPeople.Add(_authors, People.Of(tree, urls, node)); break;
            case "image" or "link": _image.Offer(3, urls.Web(node, tree.Attribute(node, "href") ?? tree.Attribute(node, "url"))); break;
            case "category" or "keywords": Categories.Add(_categories, tree, node); break;
        }
    }

    private void Media(FeedNode node)
    {
        switch (node.Name)
        {
            case "title": _title.Offer(3, texts.Title(node)); break;
            case "thumbnail": _image.Offer(5, urls.Web(node, tree.Attribute(node, "url"))); break;
            case "category" or "keywords": Categories.Add(_categories, tree, node); break;
        }
    }
}
