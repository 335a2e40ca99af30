using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Dateline.Fetcher.Ledger;
using Dateline.Testing;

namespace Dateline.Benchmarks;

/// <summary>Very many files dropped at once: whether memory stays flat, and how fast they go. Fails unless every file has a receipt and none is left.</summary>
internal static class InboxBenchmark
{
    private const int Samples = 10;
    private const string Process = "all roles";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    public static async Task<string> RunAsync(int files)
    {
        // Without the other roles nothing is settled: the limit of what may be in flight must hold them all.
        var door = await DropAsync(files, new() { ["Fetcher:Ledger:MaxInFlight"] = "10000000" }, pipeline => pipeline.Accepted == files, "fetcher");
        var line = await DropAsync(files, [], pipeline => pipeline.Accepted == files && pipeline.InFlight == 0);
        return $"""
            # Inbox

            {files} files of 2 000 to 4 000 characters (text, pages, Markdown, JSON) lie in the inbox when the process starts: messages in memory, SQLite, {Environment.ProcessorCount} cores.
            The door alone accepts, writes receipts and moves to `done/`; the whole line also parses, enriches and stores, and the door waits for it. Each file has its
            receipt and none is left behind: the run fails otherwise.

            | | door alone | whole line |
            |---|---|---|
            | files/s | {Figures.Text(door.Rate, "0")} | {Figures.Text(line.Rate, "0")} |
            | ms of CPU a file | {Figures.Text(door.CpuPerFile)} | {Figures.Text(line.CpuPerFile)} |
            {string.Join('\n', Enumerable.Range(0, Samples).Select(i => $"| MB resident when {(i + 1) * 100 / Samples} % are done | {Figures.Text(door.Memory[i], "0")} | {Figures.Text(line.Memory[i], "0")} |"))}
            | peak, MB | {Figures.Text(door.Peak, "0")} | {Figures.Text(line.Peak, "0")} |

            """;
    }

    private static async Task<Drop> DropAsync(int files, Dictionary<string, string> settings, Func<PipelineView, bool> over, params string[] roles)
    {
        using var folder = new ScratchFolder("inbox");
        var inbox = Directory.CreateDirectory(folder.Combine("inbox")).FullName;
        Parallel.For(0, files, number =>
        {
            var file = ArticleFile.Of(number);
            File.WriteAllText(Path.Combine(inbox, file.Name), file.Content, Encoding.UTF8);
        });

        settings["Fetcher:Inbox:Folder"] = inbox;
        settings["Fetcher:Inbox:SettleFor"] = "00:00:00";
        var watch = Stopwatch.StartNew();
        await using var line = await EmbeddedLine.StartAsync(settings, roles);
        var memory = new List<double>();
        PipelineView pipeline;
        do
        {
            await Task.Delay(Poll);
            pipeline = await line.PipelineAsync();
            var done = roles.Length > 0 ? pipeline.Accepted : pipeline.Accepted - pipeline.InFlight;
            while (memory.Count < Samples && done >= (long)files * (memory.Count + 1) / Samples)
                memory.Add(line.Memory(Process));
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"{done} of {files} files are done.");
        }
        while (!over(pipeline) || Directory.EnumerateFiles(inbox).Any());

        var seconds = watch.Elapsed.TotalSeconds;
        Check(files, Path.Combine(inbox, "done"));
        return new Drop(files / seconds, line.Cpu(Process).TotalMilliseconds / files, memory, line.PeakMemory(Process));
    }

    private static void Check(int files, string done)
    {
        var accepted = Directory.EnumerateFiles(done, "*.receipt.json").AsParallel().Count(path =>
        {
            using var receipt = JsonDocument.Parse(File.ReadAllBytes(path));
            return receipt.RootElement.GetProperty("counts").TryGetProperty("accepted", out var count) && count.GetInt32() == 1 && File.Exists(path[..^".receipt.json".Length]);
        });
        if (accepted != files)
            throw new InvalidOperationException($"{files} files were dropped, {accepted} lie beside a receipt that says accepted.");
    }

    private sealed record Drop(double Rate, double CpuPerFile, IReadOnlyList<double> Memory, double Peak);
}
