using Dateline.Contracts;
using Dateline.Parser.Body;
using Dateline.Parser.Charsets;
using Dateline.Parser.Html;
using Dateline.Parser.Html.Tree;
using Dateline.Parser.Metadata;
using Dateline.Parser.Text;

namespace Dateline.Parser.Formats;

/// <summary>Reads a web page: its fields, what kind of page it is, and the blocks of its article.</summary>
internal sealed class HtmlReader(ParserOptions options, TimeProvider time)
{
    /// <summary>A guess: nothing on the page says that the longest text in its data is the story.</summary>
    private const double DrawnConfidence = 0.5;

    public Reading Read(PageSource html, string? url, ResponseFacts? response, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.MaxPageTime, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return Bounded(html, url, response, limited.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TooLarge($"more work in it than can be done in {options.MaxPageTime.TotalSeconds:0.###} s (Parser:MaxPageTime)");
        }
    }

    private Reading Bounded(PageSource html, string? url, ResponseFacts? response, CancellationToken cancellationToken)
    {
        try
        {
            using var page = TreeBuilder.Build(html, options, cancellationToken);
            if (html.Length > options.MaxTextLength && page.Root.VisibleLength > options.MaxTextLength)
                return TooLarge($"more than {options.MaxTextLength:N0} characters of text (Parser:MaxTextLength)");

            var feeds = PageMetadata.Feeds(page, url);
            return Page(page, url, response, cancellationToken) with { Feeds = feeds };
        }
        catch (PageTooLargeException tooLarge)
        {
            return tooLarge.IsFixed
                ? Reading.None(RejectionReason.TooLarge, $"The page has {tooLarge.Message}, which no option allows. Close its elements where they end, or give its text.")
                : TooLarge(tooLarge.Message);
        }
    }

    /// <summary>The blocks of a fragment that is known to be an article's body.</summary>
    public IReadOnlyList<Block> Fragment(string html, string? title, Draft draft, CancellationToken cancellationToken)
    {
        try
        {
            using var page = TreeBuilder.Build(PageSource.Of(html), options, cancellationToken);
            return page.Body is { } body ? BlockFilter.Clean(BlockBuilder.Build(body), title, draft) : [];
        }
        catch (PageTooLargeException tooLarge)
        {
            draft.Warnings.Add($"The body was left out: it has {tooLarge.Message}.");
            return [];
        }
    }

    /// <summary>The passages of a page and the evidence about them, for training; null for a page that is over the bounds.</summary>
    internal static (List<Passage> Passages, PageHints Hints)? ReadPassages(byte[] bytes, ParserOptions options)
    {
        using var html = TextDecoder.Decode(bytes, null);
        html.Clean();
        try
        {
            using var page = TreeBuilder.Build(html.Page, options, CancellationToken.None);
            var draft = new Draft();
            var (_, _, articleBody) = PageMetadata.Read(page, null, null, draft);
            return page.Body is { } body ? (PassageReader.Read(body), Hints(page, draft, articleBody)) : null;
        }
        catch (PageTooLargeException)
        {
            return null;
        }
    }

    private static PageHints Hints(HtmlPage page, Draft draft, string? articleBody) =>
        new(draft.Title, page.QuerySelector("meta[property='og:description'], meta[name='description']")?.GetAttribute("content"), articleBody);

    private Reading Page(HtmlPage page, string? url, ResponseFacts? response, CancellationToken cancellationToken)
    {
        var draft = new Draft { Response = response };
        var (declared, collection, articleBody) = PageMetadata.Read(page, url, response, draft);
        if (PageKind.NoArticle(page, url, draft.Title, declared, collection) is { } none)
            return none;

        cancellationToken.ThrowIfCancellationRequested();
        var (blocks, confidence) = ArticleBody.Extract(page, Hints(page, draft, articleBody), cancellationToken);
        draft.Title = OpeningHeadline.Find(page, draft.Title, draft.TitleAgreement, blocks) ?? draft.Title;
        blocks = BlockFilter.Clean(blocks, draft.Title, draft);
        draft.Confidence = confidence;

        // A page that draws its story by script still gives it to search engines.
        if (articleBody is not null && WordCount.Of(articleBody) > 2 * blocks.Sum(block => WordCount.Of(block.Text)))
        {
            blocks = [.. Lines.Group(TextCleaner.Clean(articleBody)).SelectMany(group => group).Select(line => new Block { Kind = BlockKind.Paragraph, Text = line })];
            draft.Warnings.Add("The text is the page's JSON-LD: the page itself shows less.");
        }

        if (blocks.Sum(block => WordCount.Of(block.Text)) < options.MinWords
            && ScriptedStory.Find(page, draft.Title) is { } story && Fragment(story, draft.Title, draft, cancellationToken) is { Count: > 0 } drawn)
        {
            blocks = [.. drawn];
            draft.Confidence = DrawnConfidence;
            draft.Warnings.Add("The text is the data that the page draws itself from: the page itself shows none.");
        }

        draft.Blocks.AddRange(blocks);
        return Reading.Of(draft);
    }

    private static Reading TooLarge(string exceeded) =>
        Reading.None(RejectionReason.TooLarge, $"The page has {exceeded}. Raise the limit if the page is worth it, or give its text.");
}
