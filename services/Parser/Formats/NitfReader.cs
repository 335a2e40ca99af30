using System.Xml.Linq;
using Dateline.Contracts;
using Dateline.Parser.Metadata;
using Dateline.Parser.Text;

namespace Dateline.Parser.Formats;

/// <summary>Reads a story in the News Industry Text Format (IPTC NITF 3): its head, and its body as a page's.</summary>
internal sealed class NitfReader(HtmlReader html)
{
    /// <summary>Adds what the story says to what the item around it said; the item's own word stands.</summary>
    public void Read(XElement nitf, Draft draft, CancellationToken cancellationToken)
    {
        var head = NewsElements.Find(nitf, "head");
        var body = NewsElements.Find(nitf, "body");
        var opening = NewsElements.Find(body, "body.head");
        var headline = NewsElements.Find(opening, "hedline");
        draft.Title ??= NewsElements.Text(NewsElements.Find(headline, "hl1")) ?? NewsElements.Text(NewsElements.Find(head, "title"));
        draft.Language ??= PageMetadata.Language(NewsElements.LanguageOf(nitf));
        draft.SiteName ??= NewsElements.Text(NewsElements.Find(opening, "distributor"))
            ?? NewsElements.Attribute(NewsElements.Find(head, "pubdata"), "name")
            ?? NewsElements.Attribute(NewsElements.Find(head, "docdata", "doc.copyright"), "holder");
        ReadAuthors(opening, draft);
        ReadDates(head, draft);
        ReadSubjects(head, draft);
        draft.Dateline ??= Dateline(NewsElements.Find(opening, "dateline"));
        draft.Terms ??= NewsTerms.Of(NewsElements.Find(opening, "rights"));

        foreach (var second in NewsElements.Children(headline, "hl2").Select(NewsElements.Text).OfType<string>())
            draft.Blocks.Add(new Block { Kind = BlockKind.Heading, Text = second, Level = 2 });
        var content = NewsElements.Children(body, "body.content").Select(NitfMarkup.ToHtml).ToList();
        draft.Blocks.AddRange(html.Fragment(string.Concat(content), draft.Title, draft, cancellationToken));
        if (draft.Blocks.TrueForAll(block => block.Kind != BlockKind.Paragraph) && NewsElements.Find(opening, "abstract") is { } summary)
            draft.Blocks.AddRange(html.Fragment(NitfMarkup.ToHtml(summary), draft.Title, draft, cancellationToken));
        draft.Image ??= NewsElements.Children(body, "body.content").SelectMany(part => part.Descendants())
            .Where(element => NewsElements.Is(element, "media-reference") && NewsElements.Attribute(element, "mime-type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) != false)
            .Select(element => Addresses.Absolute(NewsElements.Attribute(element, "source"), null)).FirstOrDefault(address => address is not null);
    }

    private static void ReadAuthors(XElement? opening, Draft draft)
    {
        if (draft.Authors.Count > 0)
            return;
        foreach (var line in NewsElements.Children(opening, "byline"))
        {
            var people = line.Descendants().Where(element => NewsElements.Is(element, "person")).Select(NewsElements.Text).OfType<string>().ToList();
            if (people.Count == 0)
            {
                // The title or the town of who wrote it stands in the same line.
                var name = string.Concat(line.DescendantNodes().OfType<XText>()
                    .Where(text => !text.Ancestors().TakeWhile(element => element != line).Any(element => NewsElements.Is(element, "byttl") || NewsElements.Is(element, "location") || NewsElements.Is(element, "virtloc")))
                    .Select(text => text.Value));
                people.Add(name);
            }

            draft.Authors.AddRange(people.SelectMany(Bylines.Names));
        }
    }

    private static void ReadDates(XElement? head, Draft draft)
    {
        var data = NewsElements.Find(head, "docdata");
        string?[] published = [
            NewsElements.Attribute(NewsElements.Find(data, "date.issue"), "norm"),
            NewsElements.Attribute(NewsElements.Find(data, "date.release"), "norm"),
            NewsElements.Attribute(NewsElements.Find(head, "pubdata"), "date.publication")];
        foreach (var date in published)
        {
            if (draft.Published.Count == 0 && NewsDate.Parse(date) is { } found)
                draft.Published.Add(found.From("document"));
        }

        if (draft.Modified.Count == 0 && NewsDate.Parse(NewsElements.Attribute(NewsElements.Children(head, "revision-history").LastOrDefault(), "norm")) is { } revised)
            draft.Modified.Add(revised.From("document"));
    }

    private static void ReadSubjects(XElement? head, Draft draft)
    {
        var subjects = NewsElements.Children(NewsElements.Find(head, "tobject"), "tobject.subject")
            .SelectMany(subject => new[] { "type", "matter", "detail" }.Select(part => NewsElements.Attribute(subject, $"tobject.subject.{part}")));
        var keys = NewsElements.Children(NewsElements.Find(head, "docdata", "key-list"), "keyword").Select(key => NewsElements.Attribute(key, "key"));
        draft.Tags.AddRange(subjects.Concat(keys).OfType<string>().Where(tag => tag.Length is > 1 and <= 60));
    }

    private static Contracts.Dateline? Dateline(XElement? line)
    {
        if (NewsElements.Text(line) is not { } text)
            return null;
        var day = NewsElements.Find(line, "story.date");
        var place = NewsElements.Text(NewsElements.Find(line, "location")) ?? (day is null ? text : text.Replace(NewsElements.Text(day) ?? "\0", "", StringComparison.Ordinal));
        place = DatelinePlace.Clean(place.Trim(' ', ',', '-', '–', '—', ':'));
        return place.Length == 0 ? null : new Contracts.Dateline
        {
            Place = place,
            Date = NewsDate.Parse(NewsElements.Attribute(day, "norm")) is { } date ? DateOnly.FromDateTime(date.Value.DateTime) : null,
        };
    }
}
