using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Dateline.Storage.Search;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Benchmarks.Archives;

/// <summary>Compares the first pages of a search with those ten thousand pages on.</summary>
internal sealed class DepthReport(RunningArchive archive)
{
    private const int Pages = 200;
    private const int Deep = 10_000;

    public async Task<string> WriteAsync()
    {
        var articles = await archive.Database.ReadAsync((db, token) => db.Articles.LongCountAsync(token), CancellationToken.None);
        var deep = (int)Math.Clamp((articles / ArticleCriteria.DefaultLimit) - Pages - 1, 1, Deep);
        await FollowAsync(null); // the first calls compile
        var first = await FollowAsync(null);
        var last = await FollowAsync(await CursorAsync(deep, articles));
        return new StringBuilder($"| {Pages} pages in a row, newest first, 50 each | p50, ms | p95, ms |\n|---|---|---|\n")
            .AppendLine(Line("from page 1", first)).AppendLine(Line($"from page {deep}", last)).ToString();
    }

    private static string Line(string name, List<double> times) =>
        $"| {name} | {Figures.Text(Figures.Percentile(times, 0.5), "0.0")} | {Figures.Text(Figures.Percentile(times, 0.95), "0.0")} |";

    private async Task<string> CursorAsync(int page, long articles)
    {
        var place = await archive.Database.ReadAsync((db, token) => db.Articles.OrderByDescending(row => row.SortAt).ThenByDescending(row => row.Seq)
            .Skip(page * ArticleCriteria.DefaultLimit).Select(row => new { row.SortAt, row.Seq }).FirstAsync(token), CancellationToken.None);
        var (criteria, _) = CriteriaReader.Read(new ArticleSearchRequest());
        return new SearchCursor { Query = criteria!.Hash, Total = new ArticleTotal(articles, "estimated"), SortAt = place.SortAt, Seq = place.Seq }.Write();
    }

    private async Task<List<double>> FollowAsync(string? cursor)
    {
        var times = new List<double>();
        for (var page = 0; page < Pages; page++)
        {
            var watch = Stopwatch.StartNew();
            var answer = await archive.Http.GetByteArrayAsync($"/v1/articles?limit=50{(cursor is null ? "" : $"&cursor={cursor}")}");
            times.Add(watch.Elapsed.TotalMilliseconds);
            using var json = JsonDocument.Parse(answer);
            cursor = json.RootElement.GetProperty("next").GetString();
            if (cursor is null)
                break; // a small archive
        }

        return times;
    }
}
