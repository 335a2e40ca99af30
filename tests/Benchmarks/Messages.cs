using Dateline.Contracts;

namespace Dateline.Benchmarks;

/// <summary>Messages of the size that articles have.</summary>
internal static class Messages
{
    private static readonly DocumentRef Document = new()
    {
        Id = Guid.Parse("01890000-0000-7000-8000-000000000001"),
        Url = "https://averby.example/2024/05/bridge",
        ContentKey = new string('a', 64),
        FetchedAt = DateTimeOffset.UnixEpoch,
        AcceptedAt = DateTimeOffset.UnixEpoch,
    };

    private static readonly Article Article = new()
    {
        Title = "Council votes to rebuild the bridge",
        Blocks = [.. Enumerable.Range(0, 7).Select(i => new Block { Kind = BlockKind.Paragraph, Text = string.Concat(Enumerable.Repeat($"Paragraph {i} of an article. ", 12)) })],
        ParserVersion = "1",
    };

    public static readonly DocumentFetched Fetched = new() { Document = Document, Length = 2_500, Journey = Journey.Empty };

    public static readonly ArticleParsed Parsed = new() { Document = Document, Article = Article, Journey = Journey.Empty };

    public static readonly ArticleEnriched Enriched = new()
    {
        Document = Document,
        Article = Article,
        Enrichment = new Enrichment
        {
            Language = "en",
            Reading = new ReadingStatistics { Characters = 2_400, Words = 420, Sentences = 84, Minutes = 2 },
            Fingerprints = new Fingerprints { Exact = new string('b', 64) },
            EnricherVersion = "1",
        },
        Journey = Journey.Empty,
    };

    public static readonly ArticleStored Stored = new() { Document = Document, ArticleId = Document.Id, Revision = 1, Outcome = StoreOutcome.Stored, Journey = Journey.Empty };
}
