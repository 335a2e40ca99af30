using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Dateline.Benchmarks.Archives;

/// <summary>Fifty readers who ask one question after the other, and a writer at full speed: alone, and together.</summary>
internal sealed class ReadersReport(RunningArchive archive)
{
    private const int Readers = 50;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private static readonly List<Question> Asked = [.. Question.All.Where(question => question.Kind == "newest")];

    public async Task<string> WriteAsync()
    {
        var news = await FreshNews.OfAsync(archive);
        var quiet = await RunAsync(reading: true, news: null);
        var writing = await RunAsync(reading: false, news);
        var both = await RunAsync(reading: true, news);
        return new StringBuilder($"| {Duration.TotalSeconds:0} s each | answers/s | p50, ms | p95, ms | articles stored/s |\n|---|---|---|---|---|\n")
            .AppendLine(Line($"{Readers} readers, newest first, {Asked.Count} kinds of question", quiet)).AppendLine(Line("a writer", writing)).AppendLine(Line("both", both)).ToString();
    }

    private static string Line(string name, (List<double> Times, double Stored) run) => run.Times.Count == 0
        ? $"| {name} | | | | {Figures.Text(run.Stored, "0")} |"
        : $"| {name} | {Figures.Text(run.Times.Count / Duration.TotalSeconds, "0")} | {Figures.Text(Figures.Percentile(run.Times, 0.5), "0")} | {Figures.Text(Figures.Percentile(run.Times, 0.95), "0")} | {(run.Stored > 0 ? Figures.Text(run.Stored, "0") : "")} |";

    private async Task<(List<double> Times, double Stored)> RunAsync(bool reading, FreshNews? news)
    {
        using var end = new CancellationTokenSource(Duration);
        var times = new ConcurrentBag<double>();
        var stored = 0;
        var writer = Task.Run(async () =>
        {
            while (news is not null && !end.IsCancellationRequested)
                stored += await news.StoreAsync(1, 100);
        });
        var readers = Enumerable.Range(0, reading ? Readers : 0).Select(reader => Task.Run(async () =>
        {
            for (var n = reader; !end.IsCancellationRequested; n++)
            {
                var watch = Stopwatch.StartNew();
                await archive.Http.GetByteArrayAsync($"/v1/{Asked[n % Asked.Count].Address(n)}");
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }));
        await Task.WhenAll([writer, .. readers]);
        return ([.. times], stored / Duration.TotalSeconds);
    }
}
