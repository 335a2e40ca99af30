using System.Security.Cryptography;
using System.Text;
using Dateline.Contracts;

namespace Dateline.Storage.Tests;

/// <summary>Writes enriched articles as the line would deliver them.</summary>
internal static class News
{
    public static readonly DateTimeOffset Morning = new(2024, 5, 6, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Thirty words, so that the text alone tells copies apart.</summary>
    public const string Harbour =
        "The harbour of Lindby will close for three weeks in June while divers repair the western quay, the port authority said on Monday. "
        + "Ferries to the islands leave from the old fish market instead.";

    public static ArticleEnriched Article(
        string? url = "https://herald.example/harbour",
        string? title = "Harbour closes for repairs",
        string text = Harbour,
        string language = "en",
        int fetchedMinute = 0,
        Guid? document = null,
        int run = 0,
        string[]? authors = null,
        DateTimeOffset? published = null,
        string? canonicalUrl = null,
        Guid? sourceId = null,
        string? sourceTitle = null,
        string enricherVersion = "1")
    {
        var fetched = Morning.AddMinutes(fetchedMinute);
        return new ArticleEnriched
        {
            Document = new DocumentRef
            {
                Id = document ?? Guid.CreateVersion7(fetched),
                Run = run,
                Url = url,
                ContentKey = "0000",
                FetchedAt = fetched,
                AcceptedAt = fetched,
                SourceId = sourceId,
                SourceTitle = sourceTitle,
            },
            Article = new Article
            {
                Title = title,
                Authors = authors ?? ["Mara Lind"],
                Published = published is { } date ? new DateEvidence { Value = date, Precision = DatePrecision.Day, Source = "meta" } : null,
                CanonicalUrl = canonicalUrl,
                Blocks = [.. text.Split("\n\n").Select(part => new Block { Kind = BlockKind.Paragraph, Text = part })],
                ParserVersion = "1",
            },
            Enrichment = new Enrichment
            {
                Language = language,
                Reading = new ReadingStatistics { Characters = text.Length, Words = text.Split(' ').Length, Sentences = 1, Minutes = 1 },
                Fingerprints = new Fingerprints { Exact = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{text}"))) },
                EnricherVersion = enricherVersion,
            },
            Journey = Journey.Empty,
        };
    }
}
