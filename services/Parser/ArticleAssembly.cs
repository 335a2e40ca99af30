using Dateline.Contracts;
using Dateline.Parser.Dates;
using Dateline.Parser.Metadata;
using Dateline.Parser.Text;

namespace Dateline.Parser;

/// <summary>Makes the article of a draft: weighs the evidence, reads the dateline, fills the gaps from the feed.</summary>
internal static class ArticleAssembly
{
    /// <summary>A caption or a summary may stand before the paragraph with the dateline.</summary>
    private const int DatelineParagraphs = 3;

    public static ParseResult Finish(Draft draft, ParseInput input, ParserOptions options)
    {
        var words = draft.Blocks.Sum(block => WordCount.Of(block.Text));
        if (words < options.MinWords)
            return new ParseResult.Rejected(RejectionReason.TooShort, $"Only {words} words of text were found and Parser:MinWords wants {options.MinWords}. The document may be cut short, or load its text by script.");

        var published = draft.Published;
        if (input.Feed?.PublishedAt is { } fromFeed)
            published.Add(FeedDate(fromFeed));
        var modified = draft.Modified;
        if (input.Feed?.UpdatedAt is { } updated)
            modified.Add(FeedDate(updated));

        var reference = DateChoice.Choose(published).Chosen?.Value;
        var dateline = draft.Dateline ?? FindDateline(draft.Blocks, reference);
        if (dateline?.Date is { } day)
            published.Add(new DateEvidence { Value = new DateTimeOffset(day, default, TimeSpan.Zero), Precision = DatePrecision.Day, Source = "dateline" });

        var (chosen, candidates) = DateChoice.Choose(published);
        var (changed, changes) = DateChoice.Choose(modified);
        var title = Known(draft.Title) ?? Known(input.Feed?.Title);
        var response = draft.Response ?? input.Response;
        var language = draft.Language ?? PageMetadata.Language(response?.ContentLanguage) ?? input.Feed?.Language;
        var authors = draft.Authors.Count > 0 ? [.. draft.Authors.Distinct(StringComparer.OrdinalIgnoreCase)] : input.Feed?.Authors ?? [];
        return new ParseResult.Parsed(new Article
        {
            Title = title ?? DerivedTitle.Of(draft.Blocks),
            TitleDerived = title is null,
            Authors = authors,
            OrganisationAuthors = [.. authors.Where(name => draft.Organisations.Contains(name, StringComparer.OrdinalIgnoreCase))],
            Published = chosen,
            Modified = changed,
            DateCandidates = [.. candidates, .. changes],
            Dateline = dateline,
            Blocks = draft.Blocks,
            Image = draft.Image,
            CanonicalUrl = draft.CanonicalUrl ?? (response is null ? null : LinkHeader.Find(response.Links, "canonical", input.Url)),
            SiteName = draft.SiteName,
            Section = draft.Section,
            Terms = ResponseTerms.Add(draft.Terms, response, input.Url),
            FieldConfidence = FieldTrust.Of(draft, chosen, title is null, authors.Count > 0),
            Tags = [.. draft.Tags.Concat(input.Feed?.Categories ?? []).Distinct(StringComparer.OrdinalIgnoreCase)],
            DeclaredLanguage = language,
            Confidence = draft.Confidence,
            Warnings = draft.Warnings,
            ParserVersion = DocumentParser.Version,
        });
    }

    public static Article Verbatim(string text, string? title, DateTimeOffset? publishedAt)
    {
        var dates = new List<DateEvidence>();
        if (publishedAt is { } given)
            dates.Add(new DateEvidence { Value = given, Precision = DatePrecision.Second, ZoneKnown = true, Source = "document" });

        var dateline = DatelineReader.Read(text, publishedAt)?.Dateline;
        if (dateline?.Date is { } day)
            dates.Add(new DateEvidence { Value = new DateTimeOffset(day, default, TimeSpan.Zero), Precision = DatePrecision.Day, Source = "dateline" });

        var (chosen, candidates) = DateChoice.Choose(dates);
        var blocks = new[] { new Block { Kind = BlockKind.Paragraph, Text = text } };
        return new Article
        {
            Title = Known(title) ?? DerivedTitle.Of(blocks),
            TitleDerived = Known(title) is null,
            Published = chosen,
            DateCandidates = candidates,
            Dateline = dateline,
            Blocks = blocks,
            ParserVersion = DocumentParser.Version,
        };
    }

    private static Contracts.Dateline? FindDateline(List<Block> blocks, DateTimeOffset? reference)
    {
        var paragraphs = blocks.Where(block => block.Kind == BlockKind.Paragraph).Take(DatelineParagraphs).ToList();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            // Later paragraphs need more than "KABUL: …", which also is how speakers are marked.
            if (DatelineReader.Read(paragraphs[i].Text, reference) is { } found && (i == 0 || found.HasEvidence))
                return found.Dateline;
        }

        return null;
    }

    private static DateEvidence FeedDate(DateTimeOffset value) =>
        new() { Value = value, Precision = DatePrecision.Second, ZoneKnown = true, Source = "feed" };

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : TextCleaner.Line(text);
}
