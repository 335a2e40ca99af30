using System.Text;
using Dateline.Contracts;
using Dateline.Parser.Dates;
using Dateline.Parser.Html;
using Dateline.Parser.Metadata;
using Dateline.Parser.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dateline.Parser.Formats;

/// <summary>Reads Markdown with or without front matter.</summary>
internal sealed class MarkdownReader
{
    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    /// <summary>What may begin a link. The library looks at all that are open for each that closes: 200 000 cost 20 s, 20 000 a quarter of one.</summary>
    private const int MaxBrackets = 20_000;

    /// <summary>Addresses that become links by themselves. The library looks through all that stands before one in its paragraph: 100 000 cost minutes.</summary>
    private const int MaxAddresses = 5_000;

    public Reading Read(string text)
    {
        var characters = text.AsSpan();
        if (characters.Count('[') > MaxBrackets || characters.Count("://") + characters.Count("www.") + characters.Count("mailto:") + characters.Count("tel:") > MaxAddresses)
            return Reading.None(RejectionReason.TooLarge, $"The Markdown has more than {MaxBrackets:N0} links or {MaxAddresses:N0} addresses. Give its text without them.");

        var (fields, body) = FrontMatter.Split(text);
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(body, pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to blocks nested deeper than 128.
            return Reading.None(RejectionReason.TooLarge, "The Markdown is nested too deeply. Give its text without the nesting.");
        }

        var draft = new Draft();
        Describe(fields, draft);
        var blocks = document.SelectMany(Blocks).ToList();
        if (blocks is [{ Kind: BlockKind.Heading, Level: 1 } heading, ..])
        {
            draft.Title ??= heading.Text;
            blocks.RemoveAt(0);
        }

        draft.Blocks.AddRange(BlockFilter.Clean(blocks, draft.Title, draft));
        return Reading.Of(draft);
    }

    private static void Describe(FrontMatter fields, Draft draft)
    {
        draft.Title = fields.First("title", "headline");
        draft.Language = PageMetadata.Language(fields.First("lang", "language", "locale"));
        draft.Authors.AddRange(fields.All("author", "authors", "byline").SelectMany(Bylines.Names));
        draft.Tags.AddRange(fields.All("tags", "keywords", "categories", "category", "section"));
        draft.CanonicalUrl = Addresses.Absolute(fields.First("canonical", "canonical_url", "canonicalUrl", "url", "permalink", "link"), null);
        draft.Image = Addresses.Absolute(fields.First("image", "cover", "featured_image"), draft.CanonicalUrl);
        draft.SiteName = fields.First("site", "publisher", "source");
        if (DateParser.Parse(fields.First("date", "published", "publishedAt", "pubDate", "created"), draft.Language) is { } published)
            draft.Published.Add(published.From("front-matter"));
        if (DateParser.Parse(fields.First("updated", "modified", "lastmod"), draft.Language) is { } modified)
            draft.Modified.Add(modified.From("front-matter"));
    }

    private static IEnumerable<Contracts.Block> Blocks(Markdig.Syntax.Block block) => block switch
    {
        HeadingBlock heading => One(BlockKind.Heading, Inline(heading.Inline), heading.Level),
        ParagraphBlock { Inline.FirstChild: LinkInline { IsImage: true, NextSibling: null } image } => One(BlockKind.Caption, Inline(image)),
        ParagraphBlock paragraph => One(BlockKind.Paragraph, Inline(paragraph.Inline)),
        CodeBlock code => One(BlockKind.Code, code.Lines.ToString().Trim('\n')),
        QuoteBlock quote => One(BlockKind.Quote, string.Join('\n', quote.SelectMany(Blocks).Select(inner => inner.Text))),
        ListBlock list => One(BlockKind.List, string.Join('\n', list.OfType<ListItemBlock>().Select(item => string.Join(' ', item.SelectMany(Blocks).Select(inner => inner.Text))))),
        Table table => One(BlockKind.Table, string.Join('\n', table.OfType<TableRow>().Select(row => string.Join(" | ", row.OfType<TableCell>().Select(cell => string.Join(' ', cell.SelectMany(Blocks).Select(inner => inner.Text))))))),
        HtmlBlock or LinkReferenceDefinitionGroup => [],
        ContainerBlock container => container.SelectMany(Blocks),
        _ => [],
    };

    private static IEnumerable<Contracts.Block> One(BlockKind kind, string text, int? level = null) =>
        text.Any(char.IsLetterOrDigit) ? [new Contracts.Block { Kind = kind, Text = text, Level = level }] : [];

    private static string Inline(ContainerInline? container)
    {
        var text = new StringBuilder();
        Collect(container, text);
        return TextCleaner.Line(text.ToString());
    }

    private static void Collect(ContainerInline? container, StringBuilder text)
    {
        foreach (var inline in container ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case LinkInline { IsImage: true } when container is not LinkInline { IsImage: true } && inline.Parent?.FirstChild != inline:
                    break;
                case ContainerInline nested:
                    Collect(nested, text);
                    break;
            }
        }
    }
}
