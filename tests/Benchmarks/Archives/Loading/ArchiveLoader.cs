using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;

namespace Dateline.Benchmarks.Archives.Loading;

/// <summary>
/// Fills an empty archive with articles. Everything but the questions to the database is the product's: the same decisions, the same
/// statements. On PostgreSQL indexes that only queries need are made at the end.
/// </summary>
internal sealed class ArchiveLoader(Database<ArchiveDb> database)
{
    private const int BatchSize = 500;

    private readonly IArchiveTables tables = IArchiveTables.For(database.Kind);

    /// <param name="articles">In the archive when all is done.</param>
    /// <param name="texts">Of them written; PostgreSQL repeats these for the rest.</param>
    /// <param name="progress">Is told what was done.</param>
    /// <param name="cancellationToken">Stops the load half-way: the archive is of no use then.</param>
    public async Task LoadAsync(long articles, long texts, Action<string> progress, CancellationToken cancellationToken)
    {
        var indexes = database.Kind == DatabaseKind.Postgres ? await LoadIndexes.PutAsideAsync(database, cancellationToken) : null;
        var wire = new NewsWire(articles);
        var (writer, recent) = (new NewsWriter(wire), new RecentNews(wire));
        var writing = Task.CompletedTask;
        for (long first = 0; first < texts; first += BatchSize)
        {
            long[] numbers = [.. Enumerable.Range(0, (int)Math.Min(BatchSize, texts - first)).Select(i => first + i)];
            var batch = new IncomingArticle[numbers.Length];
            Parallel.For(0, batch.Length, i => batch[i] = Incoming(writer, numbers[i]));
            var plan = StoreDecisions.Make(recent.Before(numbers), batch);
            recent.After(numbers, batch, plan);

            await writing;
            writing = WriteAsync(plan, cancellationToken);
            if (first % 10_000 == 0)
                progress($"{first} articles");
        }

        await writing;
        await WriteAsync(recent.Rest(), cancellationToken);
        if (texts < articles)
            await new LaterPeriods(database).RepeatAsync((int)(articles / texts), progress, cancellationToken);
        if (indexes is not null)
            await indexes.PutBackAsync(cancellationToken);
    }

    public static IncomingArticle Incoming(NewsWriter writer, long n)
    {
        var message = writer.Write(n);
        var article = IncomingArticle.From(message, "0af7651916cd43dd8448eb211c80319c", message.Document.FetchedAt.AddSeconds(2));
        article.Prepare();
        return article;
    }

    private Task WriteAsync(StorePlan plan, CancellationToken cancellationToken) =>
        Task.Run(() => database.WriteAsync((db, token) => tables.WriteAsync(db, plan, token), cancellationToken), cancellationToken);
}
