using System.Diagnostics;
using System.Text;
using Dateline.Benchmarks.Archives.Loading;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Benchmarks.Archives;

/// <summary>A large archive: loads it if it is not there yet, then measures what people ask of it.</summary>
internal static class ArchiveBenchmark
{
    public static async Task<string> RunAsync(ArchiveChoice choice)
    {
        await using var server = new PostgresFixture();
        using var scratch = new ScratchFolder("bench-archive");
        await using var archive = await choice.StartAsync(server, scratch);
        await LoadAsync(archive, choice);
        if (choice.LoadOnly)
            return "";
        var report = new StringBuilder($"## {choice.Rows} articles on {(choice.Sqlite ? "SQLite" : "PostgreSQL")}\n");
        foreach (var part in choice.Parts)
            report.Append('\n').Append(await MeasureAsync(archive, choice, part));
        return report.ToString();
    }

    private static Task<string> MeasureAsync(RunningArchive archive, ArchiveChoice choice, string part) => part switch
    {
        "questions" => new ArchiveReport(archive).WriteAsync(),
        "depth" => new DepthReport(archive).WriteAsync(),
        "storing" => new StoringReport(archive, choice.Rows).WriteAsync(),
        "readers" => new ReadersReport(archive).WriteAsync(),
        "export" => new ExportReport(archive).WriteAsync(),
        var other => throw new ArgumentException($"There is no part {other} of the archive's figures."),
    };

    private static async Task LoadAsync(RunningArchive archive, ArchiveChoice choice)
    {
        var rows = choice.Rows;
        var there = await archive.Database.ReadAsync((db, token) => db.Articles.LongCountAsync(token), CancellationToken.None);
        if (there >= rows)
            return; // some more after storing was measured
        if (there > 0)
            throw new InvalidOperationException($"The archive has {there} articles, not {rows}: a load was cut short. Drop the database and start again.");

        var watch = Stopwatch.StartNew();
        await new ArchiveLoader(archive.Database).LoadAsync(
            rows, Math.Min(rows, choice.Texts), done => Console.Error.WriteLine($"{done}, {watch.Elapsed.TotalSeconds:0} s"), CancellationToken.None);
        Console.Error.WriteLine($"loaded {rows} articles in {watch.Elapsed.TotalSeconds:0} s");
    }
}
