using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Dateline.Benchmarks.Archives;

/// <summary>Asks every question over REST, in rounds, and writes what the answers took.</summary>
internal sealed class ArchiveReport(RunningArchive archive, ArchiveChoice choice)
{
    private const int Rounds = 3;
    private const int Times = 20;

    public async Task<string> WriteAsync()
    {
        var table = new StringBuilder($"""
            | {choice.Rows} articles on {(choice.Sqlite ? "SQLite" : "PostgreSQL")} | goal p95, ms | p50, ms | p95, ms | matches |
            |---|---|---|---|---|

            """);
        foreach (var question in Question.All)
        {
            var (p50, p95, total) = await AskAsync(question);
            table.AppendLine($"| {question.Name} | {question.Goal} | {Figures.Text(p50, "0")} | {Figures.Text(p95, "0")} | {total} |");
            Console.Error.WriteLine($"{question.Name}: {p50:0} {p95:0} {total}");
        }

        return table.ToString();
    }

    /// <summary>Medians over the rounds: whatever else the machine does then hits one of them.</summary>
    private async Task<(double P50, double P95, string Total)> AskAsync(Question question)
    {
        var total = "";
        for (var n = 0; n < 3; n++)
            total = await TotalAsync(question.Address(n + 1));
        var (halves, tails) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var times = new List<double>();
            for (var n = 0; n < Times; n++)
            {
                var watch = Stopwatch.StartNew();
                await archive.Http.GetByteArrayAsync($"/v1/{question.Address(n)}");
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            halves.Add(Figures.Percentile(times, 0.5));
            tails.Add(Figures.Percentile(times, 0.95));
        }

        return (Figures.Median(halves), Figures.Median(tails), total);
    }

    private async Task<string> TotalAsync(string address)
    {
        using var answer = JsonDocument.Parse(await archive.Http.GetByteArrayAsync($"/v1/{address}"));
        var total = answer.RootElement.GetProperty("total");
        return $"{total.GetProperty("value")} {total.GetProperty("kind")}";
    }
}
