using System.Diagnostics;
using System.Text;
using Dateline.Benchmarks.Archives.Loading;
using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Benchmarks.Archives;

/// <summary>What storing costs the client and how fast it is: in batches, one by one, and for what is known already.</summary>
internal sealed class StoringReport(RunningArchive archive, long rows)
{
    /// <summary>Dropping the full-text index for a comparison is not worth it where making it again takes minutes.</summary>
    private const long MostToIndexAgain = 200_000;

    private const int Articles = 3_000;
    private const int OneByOne = 400;
    private const int Rounds = 3;

    private readonly StringBuilder table = new("| storing | articles/s | client's processor time, µs an article |\n|---|---|---|\n");

    public async Task<string> WriteAsync()
    {
        var news = await FreshNews.OfAsync(archive);
        await news.StoreAsync(60, ArticleIntake.MaxBatch); // four days of news for the others to find
        var known = new List<ArticleEnriched>();
        await MeasureAsync("new, batches of 100", Articles, () => Taken(known, news.Write(Articles)), ready => news.StoreAsync(ready, ArticleIntake.MaxBatch));
        await MeasureAsync("new, one by one by the same code", OneByOne, () => news.Write(OneByOne), ready => news.StoreAsync(ready, 1));
        await MeasureAsync("only article and arrival, without full text, by EF's SaveChanges, one by one, rolled back", OneByOne, () => news.Write(OneByOne), SaveAsync);
        await MeasureAsync("only the writing of new ones, rolled back, 100 a statement", Articles, () => news.Write(Articles), ready => WriteAsync(ready, ArticleIntake.MaxBatch));
        await MeasureAsync("only the writing of new ones, rolled back, a statement for each row", OneByOne, () => news.Write(OneByOne), ready => WriteAsync(ready, 1));
        await MeasureAsync("unchanged, new documents, batches of 100", Articles, () => FreshNews.Again(known.TakeLast(Articles)), ready => news.StoreAsync(ready, ArticleIntake.MaxBatch));
        await MeasureAsync("delivered again, batches of 100", Articles, () => known.TakeLast(Articles), ready => news.StoreAsync(ready, ArticleIntake.MaxBatch));
        await MeasureAsync("only made ready: hashes, terms, shingles", Articles, () => news.Write(Articles), null);
        if (archive.Database.Kind == DatabaseKind.Postgres)
            await WithoutFullTextAsync(news);
        return table.ToString();
    }

    private static List<ArticleEnriched> Taken(List<ArticleEnriched> into, List<ArticleEnriched> messages)
    {
        into.AddRange(messages);
        return messages;
    }

    private async Task WithoutFullTextAsync(FreshNews news)
    {
        if (rows > MostToIndexAgain)
            return;
        await RunAsync("DROP INDEX ix_articles_search");
        await MeasureAsync("new, batches of 100, without the full-text index", Articles, () => news.Write(Articles), ready => news.StoreAsync(ready, ArticleIntake.MaxBatch));
        await RunAsync("CREATE INDEX ix_articles_search ON articles USING gin (search)");
    }

    private Task<int> RunAsync(string sql) => archive.Database.WriteAsync(async (db, token) =>
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        return await db.Database.ExecuteSqlRawAsync(sql, token);
    }, CancellationToken.None);

    /// <summary>The median of some rounds. What is stored is made ready before, or else (without a store) made ready is what is measured.</summary>
    private async Task MeasureAsync(string name, int articles, Func<IEnumerable<ArticleEnriched>> messages, Func<List<IncomingArticle>, Task>? store)
    {
        var (rates, costs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var written = messages().ToList();
            var ready = store is null ? [] : FreshNews.Prepare(written);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            await (store is null ? Task.FromResult(FreshNews.Prepare(written)) : store(ready));
            rates.Add(articles / watch.Elapsed.TotalSeconds);
            costs.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / articles);
        }

        table.AppendLine($"| {name} | {Figures.Text(Figures.Median(rates), "0")} | {Figures.Text(Figures.Median(costs), "0")} |");
        Console.Error.WriteLine($"{name}: {Figures.Median(rates):0}/s {Figures.Median(costs):0} µs");
    }

    private async Task WriteAsync(List<IncomingArticle> articles, int batch)
    {
        var tables = IArchiveTables.For(archive.Database.Kind);
        foreach (var some in articles.Chunk(batch))
        {
            var plan = StoreDecisions.Make(RecentNews.Nothing, some);
            await archive.Database.ReadAsync(async (db, token) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                await tables.WriteAsync(db, plan, token);
                await transaction.RollbackAsync(token);
                return true;
            }, CancellationToken.None);
        }
    }

    private async Task SaveAsync(List<IncomingArticle> articles)
    {
        foreach (var article in articles)
        {
            await archive.Database.ReadAsync(async (db, token) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                var row = article.NewRow();
                row.StoryId = row.Id;
                db.Articles.Add(row);
                db.Arrivals.Add(new ArrivalRow
                {
                    DocumentId = row.DocumentId,
                    Run = row.DocumentRun,
                    ArticleId = row.Id,
                    Revision = 1,
                    Outcome = "stored",
                    FetchedAt = row.FetchedAt,
                    StoredAt = row.StoredAt,
                });
                await db.SaveChangesAsync(token);
                await transaction.RollbackAsync(token);
                return true;
            }, CancellationToken.None);
        }
    }
}
