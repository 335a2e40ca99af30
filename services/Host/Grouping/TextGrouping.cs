using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Enricher;
using Dateline.Parser;
using Dateline.Storage.Articles;

namespace Dateline.Host.Grouping;

/// <summary>Sends texts through enricher and archive in batches, as the line would, and says where they ended up.</summary>
internal sealed class TextGrouping(ScratchArchive archive)
{
    /// <summary>Stands for the time of arrival of texts without a date, so that the answers do not depend on the clock.</summary>
    private static readonly DateTimeOffset NoDate = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly DocumentParser parser = new(new ParserOptions());
    private readonly ArticleEnricher enricher = new();
    private DateTimeOffset now = NoDate;

    public async Task RunAsync(IAsyncEnumerable<TextLine> lines, Stream output, CancellationToken cancellationToken)
    {
        await foreach (var batch in lines.Chunk(ArticleIntake.MaxBatch).WithCancellation(cancellationToken))
        {
            var moments = batch.Select(Arrival).ToArray();
            var articles = new IncomingArticle[batch.Length];
            Parallel.For(0, batch.Length, i => articles[i] = Enriched(batch[i], moments[i], cancellationToken));
            var stored = await archive.Writer.StoreAsync(articles, cancellationToken);
            for (var i = 0; i < batch.Length; i++)
                await WriteAsync(output, batch[i].Id, stored[i], cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
    }

    /// <summary>What is published cannot have arrived before.</summary>
    private DateTimeOffset Arrival(TextLine line) => now = line.PublishedAt is { } at && at > now ? at : now;

    private IncomingArticle Enriched(TextLine line, DateTimeOffset arrived, CancellationToken cancellationToken)
    {
        var article = parser.FromText(line.Text, line.Title, line.PublishedAt);
        var message = new ArticleEnriched
        {
            Document = new DocumentRef
            {
                Id = IdentityKey.ToId($"line {line.Number.ToString(CultureInfo.InvariantCulture)}"),
                // Without an address of their own, two lines with the same text would be one article.
                Url = $"https://line.invalid/{line.Number.ToString(CultureInfo.InvariantCulture)}",
                ContentKey = "",
                FetchedAt = arrived,
                AcceptedAt = arrived,
            },
            Article = article,
            Enrichment = enricher.Enrich(article, cancellationToken),
            Journey = Journey.Empty,
        };
        return IncomingArticle.From(message, traceId: null, arrived);
    }

    private static async Task WriteAsync(Stream output, string id, StoredArticle stored, CancellationToken cancellationToken)
    {
        var line = new { id, dupGroup = stored.DuplicateOf ?? stored.ArticleId, storyId = stored.StoryId };
        await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, Options), cancellationToken);
        output.WriteByte((byte)'\n');
    }
}
