using System.Diagnostics;
using System.Text;

namespace Dateline.Benchmarks.Archives;

/// <summary>Reads 300 000 articles in one export and watches the memory of the process that gives them.</summary>
internal sealed class ExportReport(RunningArchive archive)
{
    private const int Wanted = 300_000;

    /// <summary>Bytes between two looks at a table whose rows cannot be told apart on the way.</summary>
    private const long LookEvery = 32 << 20;

    public async Task<string> WriteAsync() => $"{await LinesAsync()}\n{await TableAsync()}";

    private async Task<string> TableAsync()
    {
        var table = new StringBuilder("| MB of answer as Parquet | resident, MB | .NET heap, MB | s |\n|---|---|---|---|\n");
        var watch = Stopwatch.StartNew();
        using var answer = await archive.Http.GetAsync("/v1/export?format=parquet", HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        var (bytes, next) = (0L, 1L);
        for (var read = 1; read > 0;)
        {
            read = await stream.ReadAsync(buffer);
            bytes += read;
            if (bytes < next && read > 0)
                continue;
            next = bytes + LookEvery;
            using var process = Process.GetCurrentProcess();
            table.AppendLine($"| {bytes >> 20} | {process.WorkingSet64 >> 20} | {GC.GetTotalMemory(false) >> 20} | {Figures.Text(watch.Elapsed.TotalSeconds, "0")} |");
        }

        return table.ToString();
    }

    private async Task<string> LinesAsync()
    {
        var table = new StringBuilder("| exported as NDJSON | resident, MB | .NET heap, MB | MB of answer | s |\n|---|---|---|---|---|\n");
        var watch = Stopwatch.StartNew();
        using var answer = await archive.Http.GetAsync("/v1/export", HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        var (articles, bytes, next) = (0, 0L, 3_000);
        for (int read; articles < Wanted && (read = await stream.ReadAsync(buffer)) > 0;)
        {
            articles += buffer.AsSpan(0, read).Count((byte)'\n');
            bytes += read;
            if (articles < next)
                continue;
            next = next == 3_000 ? 30_000 : next + 90_000;
            using var process = Process.GetCurrentProcess();
            table.AppendLine($"| {articles} articles | {process.WorkingSet64 >> 20} | {GC.GetTotalMemory(false) >> 20} | {bytes >> 20} | {Figures.Text(watch.Elapsed.TotalSeconds, "0")} |");
            Console.Error.WriteLine($"{articles} {process.WorkingSet64 >> 20} MB");
        }

        return table.ToString();
    }
}
