using System.Diagnostics;
using System.Globalization;
using Dateline.Fetcher.Feeds;

namespace Dateline.Benchmarks;

/// <summary>How fast feeds are read on one thread, in processor time, against Python's feedparser in the same run where there is one.</summary>
internal static class FeedBenchmark
{
    /// <summary>The first rounds belong to the compiler.</summary>
    private const int WarmUp = 10, Rounds = 15, PeerRounds = 5;

    private static readonly string Python = $"""
        import sys,time,pathlib
        try: import feedparser
        except ImportError: sys.exit(3)
        files=[p.read_bytes() for p in map(pathlib.Path,sys.stdin.read().split('\n')) if p.is_file()]
        for _ in range({PeerRounds}):
            started=time.process_time()
            for body in files: feedparser.parse(body)
            print(time.process_time()-started)
        """;

    public static async Task<string> RunAsync(string folder)
    {
        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var files = paths.ConvertAll(File.ReadAllBytes);
        var megabytes = files.Sum(file => (double)file.Length) / 1e6;
        var rounds = Enumerable.Range(0, WarmUp + Rounds).Select(_ => megabytes / Read(files).TotalSeconds).Skip(WarmUp).ToList();
        var ours = Figures.Median(rounds);
        var theirs = (await FeedparserAsync(paths))?.ConvertAll(seconds => megabytes / seconds);
        return string.Create(CultureInfo.InvariantCulture, $"""
            # Reading feeds

            {files.Count} files, {megabytes:0.0} MB, one thread; megabytes by second of processor time, median of {Rounds} rounds (feedparser: {PeerRounds}) with their range.

            | | MB/s | ratio |
            |---|---|---|
            | Dateline | {Figures.Ratios(rounds)} | {(theirs is null ? "–" : $"{ours / Figures.Median(theirs):0.0}")} |
            | Python's feedparser | {(theirs is null ? "not installed" : Figures.Ratios(theirs))} | 1 |

            """);
    }

    private static TimeSpan Read(List<byte[]> files)
    {
        var reader = new FeedReader(new FeedOptions());
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var file in files)
            reader.TryRead(file, null, null, out _);
        return Process.GetCurrentProcess().TotalProcessorTime - before;
    }

    /// <summary>Null when there is none.</summary>
    private static async Task<List<double>?> FeedparserAsync(List<string> paths)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Python]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await python.StandardInput.WriteAsync(string.Join('\n', paths));
        python.StandardInput.Close();
        var answer = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return python.ExitCode == 0 ? [.. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))] : null;
    }
}
