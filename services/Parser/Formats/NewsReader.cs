using System.Xml;
using System.Xml.Linq;
using Dateline.Contracts;
using Dateline.Parser.Html;
using Dateline.Parser.Metadata;
using Dateline.Parser.Text;

namespace Dateline.Parser.Formats;

/// <summary>Reads what agencies send: a story in NITF, or an item of NewsML-G2 that holds one in NITF, XHTML or plain text.</summary>
internal sealed class NewsReader(ParserOptions options, HtmlReader html)
{
    private readonly NitfReader nitf = new(html);

    public Reading Read(string text, CancellationToken cancellationToken)
    {
        try
        {
            return Root(NewsXml.Read(text, options), cancellationToken);
        }
        catch (XmlException broken)
        {
            return Reading.None(RejectionReason.Malformed, $"The XML breaks off: {broken.Message} Get it again from the agency.");
        }
        catch (PageTooLargeException)
        {
            return Reading.None(RejectionReason.TooLarge, $"The XML is deeper than {options.MaxHtmlDepth} elements or has more than {options.MaxHtmlElements:N0} (Parser:MaxHtmlDepth, Parser:MaxHtmlElements). Give its text.");
        }
    }

    private Reading Root(XElement root, CancellationToken cancellationToken)
    {
        if (!NewsElements.Is(root, "newsMessage"))
            return Story(root, cancellationToken);

        var items = NewsElements.Children(NewsElements.Find(root, "itemSet"), "newsItem").ToList();
        return items.Count == 1
            ? Story(items[0], cancellationToken)
            : Reading.None(RejectionReason.NotAnArticle, $"The message holds {items.Count} news items. Drop it into the inbox, post it or use dateline ingest: each item is taken out of it there.");
    }

    private Reading Story(XElement root, CancellationToken cancellationToken)
    {
        var draft = new Draft();
        if (NewsElements.Is(root, "nitf"))
            nitf.Read(root, draft, cancellationToken);
        else
            Item(root, draft, cancellationToken);
        return draft.Blocks.Count > 0
            ? Reading.Of(draft)
            : Reading.None(RejectionReason.NotAnArticle, "The item holds no text: a picture, a film or a reference. Give the story it belongs to.");
    }

    private void Item(XElement item, Draft draft, CancellationToken cancellationToken)
    {
        var about = NewsElements.Find(item, "itemMeta");
        var content = NewsElements.Find(item, "contentMeta");
        draft.Title = NewsElements.Text(NewsElements.Find(content, "headline")) ?? NewsElements.Text(NewsElements.Find(about, "title"));
        draft.Language = PageMetadata.Language(NewsElements.Attribute(NewsElements.Find(content, "language"), "tag") ?? NewsElements.LanguageOf(item));
        draft.SiteName = Name(NewsElements.Find(about, "provider")) ?? NewsElements.Text(NewsElements.Find(content, "creditline")) ?? Name(NewsElements.Find(item, "rightsInfo", "copyrightHolder"));
        draft.CanonicalUrl = NewsElements.Children(about, "link").Where(link => NewsElements.Attribute(link, "rel")?.Contains("canonical", StringComparison.OrdinalIgnoreCase) == true)
            .Select(link => Addresses.Absolute(NewsElements.Attribute(link, "href"), null)).FirstOrDefault();
        draft.Authors.AddRange(NewsElements.Children(content, "by").SelectMany(line => Bylines.Names(NewsElements.Text(line))));
        if (draft.Authors.Count == 0)
            draft.Authors.AddRange(NewsElements.Children(content, "creator").SelectMany(creator => Bylines.Names(Name(creator))));
        draft.Tags.AddRange(NewsElements.Children(content, "subject").Select(Name).Concat(NewsElements.Children(content, "keyword").Select(NewsElements.Text)).OfType<string>().Where(tag => tag.Length is > 1 and <= 60));
        draft.Terms = NewsTerms.Of(NewsElements.Find(item, "rightsInfo", "usageTerms"));
        ReadDates(about, content, draft);
        if (Place(content) is { } place)
            draft.Dateline = new Contracts.Dateline { Place = place };

        foreach (var body in NewsElements.Find(item, "contentSet")?.Elements() ?? [])
            Body(body, draft, cancellationToken);
    }

    private static void ReadDates(XElement? about, XElement? content, Draft draft)
    {
        var version = NewsDate.Parse(NewsElements.Text(NewsElements.Find(about, "versionCreated")));
        var first = NewsDate.Parse(NewsElements.Text(NewsElements.Find(about, "firstCreated")) ?? NewsElements.Text(NewsElements.Find(content, "contentCreated")));
        if ((first ?? version) is { } published)
            draft.Published.Add(published.From("document"));
        if (first is not null && (NewsDate.Parse(NewsElements.Text(NewsElements.Find(content, "contentModified"))) ?? version) is { } modified && modified.Value > first.Value.Value)
            draft.Modified.Add(modified.From("document"));
    }

    /// <summary>"PARIS, April 3" in a line of its own, or the place that the item was made at.</summary>
    private static string? Place(XElement? content) =>
        NewsElements.Text(NewsElements.Find(content, "dateline")) is { } line ? DatelineReader.Read($"{line} - ", null)?.Dateline.Place ?? DatelinePlace.Clean(line)
        : Name(NewsElements.Find(content, "located"));

    private void Body(XElement body, Draft draft, CancellationToken cancellationToken)
    {
        if (draft.Blocks.Count > 0)
            return; // the same story again, for other readers
        if (NewsElements.Is(body, "inlineXML") && body.Elements().FirstOrDefault() is { } inner)
        {
            if (NewsElements.Is(inner, "nitf"))
                nitf.Read(inner, draft, cancellationToken);
            else if (inner.DescendantsAndSelf().FirstOrDefault(element => NewsElements.Is(element, "body")) is { } page)
                draft.Blocks.AddRange(html.Fragment(NitfMarkup.ToHtml(page), draft.Title, draft, cancellationToken));
            else
                draft.Blocks.AddRange(html.Fragment(NitfMarkup.ToHtml(body), draft.Title, draft, cancellationToken));
        }
        else if (NewsElements.Is(body, "inlineData"))
        {
            var text = TextCleaner.Clean(body.Value);
            draft.Blocks.AddRange(NewsElements.Attribute(body, "contenttype")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true
                ? html.Fragment(text, draft.Title, draft, cancellationToken)
                : WireBody.Blocks(WireLines.Of(text), draft));
        }
        else if (NewsElements.Is(body, "remoteContent") && NewsElements.Attribute(body, "contenttype")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)
        {
            draft.Image ??= Addresses.Absolute(NewsElements.Attribute(body, "href"), null);
        }
    }

    private static string? Name(XElement? thing) =>
        NewsElements.Text(NewsElements.Find(thing, "name")) ?? NewsElements.Attribute(thing, "literal");
}
