using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Dateline.Benchmarks.Archives;

/// <summary>Asks every question over REST, in rounds, and writes what the answers took.</summary>
internal sealed class ArchiveReport(RunningArchive archive)
{
    private const int Rounds = 3;
    private const int Times = 24;

    public async Task<string> WriteAsync()
    {
        var times = Question.All.ToDictionary(question => question, _ => new List<double>());
        var totals = new Dictionary<Question, string>();
        foreach (var question in Question.All)
            totals[question] = await TotalAsync(question.Address(Rounds * Times));
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var question in Question.All)
            {
                for (var n = 0; n < Times; n++)
                    times[question].Add(await AskAsync(question.Address((round * Times) + n)));
                Console.Error.WriteLine($"{question.Name}: {Figures.Percentile(times[question], 0.5):0} {Figures.Percentile(times[question], 0.95):0} {totals[question]}");
            }
        }

        var table = new StringBuilder("| mix of questions | queries | goal p95, ms | p50, ms | p95, ms |\n|---|---|---|---|---|\n");
        foreach (var kind in Question.All.GroupBy(question => (question.Kind, question.Goal)))
            table.AppendLine(Line($"{kind.Key.Kind}, {kind.Count()} kinds", kind.Key.Goal, [.. kind.SelectMany(question => times[question])], kind.Sum(question => times[question].Count).ToString()));
        table.Append("\n| question | matches of one | goal p95, ms | p50, ms | p95, ms |\n|---|---|---|---|---|\n");
        foreach (var question in Question.All)
            table.AppendLine(Line(question.Name, question.Goal, times[question], totals[question]));
        return table.ToString();
    }

    private static string Line(string name, int? goal, List<double> times, string what) =>
        $"| {name} | {what} | {goal} | {Figures.Text(Figures.Percentile(times, 0.5), "0")} | {Figures.Text(Figures.Percentile(times, 0.95), "0")} |";

    private async Task<double> AskAsync(string address)
    {
        var watch = Stopwatch.StartNew();
        await archive.Http.GetByteArrayAsync($"/v1/{address}");
        return watch.Elapsed.TotalMilliseconds;
    }

    private async Task<string> TotalAsync(string address)
    {
        using var answer = JsonDocument.Parse(await archive.Http.GetByteArrayAsync($"/v1/{address}"));
        var total = answer.RootElement.GetProperty("total");
        return $"{total.GetProperty("value")} {total.GetProperty("kind")}";
    }
}
