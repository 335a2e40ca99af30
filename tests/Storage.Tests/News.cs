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

    /// <summary>A report long enough that its near copies can be told from chance.</summary>
    public const string Bridge =
        "Engineers closed the old railway bridge at Torvik on Tuesday evening after a routine survey found cracks in two of its five stone piers. "
        + "Trains between the coast and the capital are diverted through the northern valley, which adds fifty minutes to the journey. "
        + "The operator expects the repair to take until autumn, because the masonry has to be rebuilt by hand under the rules that protect the monument. "
        + "Freight companies said they would move grain and timber by road in the meantime, and the county warned of queues on the coastal highway.";

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
        string enricherVersion = "1",
        string[]? tags = null,
        string? gist = null)
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
                Tags = tags ?? [],
                Blocks = [.. text.Split("\n\n").Select(part => new Block { Kind = BlockKind.Paragraph, Text = part })],
                ParserVersion = "1",
            },
            Enrichment = new Enrichment
            {
                Language = language,
                Reading = new ReadingStatistics { Characters = text.Length, Words = text.Split(' ').Length, Sentences = 1, Minutes = 1 },
                Fingerprints = new Fingerprints
                {
                    Exact = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{text}"))),
                    Gist = [.. (gist ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new Keyword(word, 0.5))],
                },
                EnricherVersion = enricherVersion,
            },
            Journey = Journey.Empty,
        };
    }
}
