using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dateline.Contracts;
using Dateline.Parser.Text;
using SmartReader;

namespace Dateline.Parser.Html;

/// <summary>Finds the part of a page that is the article and makes blocks of it.</summary>
internal static class PageBody
{
    /// <summary>An address that resolves nowhere, for pages that came without one.</summary>
    private const string NoAddress = "http://page.invalid/";

    /// <summary>
    /// The scorer asks every node for its next sibling, which searches all siblings: 30 000 line breaks in one
    /// element took 13 s, 5 000 take 0.4 s. Such pages are lists or old books, and are taken whole.
    /// </summary>
    private const int MaxSiblings = 5_000;

    /// <summary>Below this the scorer is believed to have missed the text.</summary>
    private const int FewWords = 25;

    /// <summary>Alters the tree: read everything else first.</summary>
    public static (List<Block> Blocks, double Confidence) Extract(IHtmlDocument page, string? url, CancellationToken cancellationToken)
    {
        var article = page.QuerySelector("article, main, [itemprop=articleBody], [role=main]") is { } marked ? BlockBuilder.Build(marked) : [];
        if (HasCrowd(page))
            return (article.Count > 0 ? article : page.Body is { } body ? BlockBuilder.Build(body) : [], 0.3);

        IElement? found = null;
        using var reader = new Reader(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal) ? url : NoAddress, page)
        {
            // The tree is ours and bounded; classes would be stripped for display only.
            KeepClasses = true,
        };
        reader.AddCustomOperationEnd(element => found = element);
        var readable = reader.GetArticle().IsReadable;
        cancellationToken.ThrowIfCancellationRequested();

        var blocks = found is null ? [] : BlockBuilder.Build(found);
        var prose = Prose(blocks);

        // The scorer wants about 500 characters: of briefs it may take nothing, or their neighbours.
        if ((!readable || prose < FewWords) && Prose(article) > prose)
            return (article, 0.5);
        return (blocks, readable ? 0.9 : 0.4);
    }

    private static bool HasCrowd(IHtmlDocument page) => page.All.Any(element => element.ChildNodes.Length > MaxSiblings);

    private static int Prose(List<Block> blocks) =>
        blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Quote).Sum(block => WordCount.Of(block.Text));
}
