using Dateline.Benchmarks.Archives.Loading;
using Dateline.Contracts;
using Dateline.Storage.Articles;

namespace Dateline.Benchmarks.Archives;

/// <summary>Articles that an archive does not have yet, stored by the product's writer.</summary>
internal sealed class FreshNews(RunningArchive archive, long first)
{
    private readonly NewsWriter news = new(new NewsWire(1_000_000));
    private readonly ArchiveWriter writer = archive.Get<ArchiveWriter>();
    private long next = first + (Environment.TickCount64 * 1_000); // another run's are others

    public List<ArticleEnriched> Write(int count) => [.. Enumerable.Range(0, count).Select(_ => news.Write(next++))];

    /// <summary>The same texts in new documents, fetched an hour later.</summary>
    public static List<ArticleEnriched> Again(IEnumerable<ArticleEnriched> messages) => [.. messages.Select(message => message with
    {
        Document = message.Document with { Id = Guid.CreateVersion7(message.Document.FetchedAt), FetchedAt = message.Document.FetchedAt.AddHours(1) },
    })];

    public static List<IncomingArticle> Prepare(IEnumerable<ArticleEnriched> messages) => [.. messages.Select(message =>
    {
        var article = IncomingArticle.From(message, null, message.Document.FetchedAt.AddSeconds(2));
        article.Prepare();
        return article;
    })];

    public async Task StoreAsync(IEnumerable<IncomingArticle> articles, int batch)
    {
        foreach (var some in articles.Chunk(batch))
            await writer.StoreAsync(some, CancellationToken.None);
    }

    /// <summary>Written, prepared and stored: all that the line's last stage does.</summary>
    public async Task<int> StoreAsync(int batches, int batch)
    {
        for (var i = 0; i < batches; i++)
            await StoreAsync(Prepare(Write(batch)), batch);
        return batches * batch;
    }
}
