using Dateline.Benchmarks.Archives.Loading;
using Dateline.Contracts;
using Dateline.Storage.Articles;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Benchmarks.Archives;

/// <summary>Articles that an archive does not have yet, stored by the product's writer.</summary>
internal sealed class FreshNews
{
    private readonly NewsWriter news;
    private readonly ArchiveWriter writer;
    private long next;

    /// <summary>Of a day, in archives of any size: what storing costs depends on how many stories go on at the time.</summary>
    private static readonly NewsWire Wire = new(1_000_000);

    private FreshNews(RunningArchive archive, long next) => (news, writer, this.next) = (new NewsWriter(Wire), archive.Get<ArchiveWriter>(), next);

    /// <summary>After the newest of the archive, so that each run stores others.</summary>
    public static async Task<FreshNews> OfAsync(RunningArchive archive) =>
        new(archive, 1_000_000 + await archive.Database.ReadAsync((db, token) => db.Articles.MaxAsync(row => row.Seq, token), CancellationToken.None));

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
