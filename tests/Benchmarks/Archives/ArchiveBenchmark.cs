using System.Diagnostics;
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
        return await new ArchiveReport(archive, choice).WriteAsync();
    }

    private static async Task LoadAsync(RunningArchive archive, ArchiveChoice choice)
    {
        var rows = choice.Rows;
        var there = await archive.Database.ReadAsync((db, token) => db.Articles.LongCountAsync(token), CancellationToken.None);
        if (there == rows)
            return;
        if (there > 0)
            throw new InvalidOperationException($"The archive has {there} articles, not {rows}: a load was cut short. Drop the database and start again.");

        var watch = Stopwatch.StartNew();
        await new ArchiveLoader(archive.Database).LoadAsync(
            rows, Math.Min(rows, choice.Texts), done => Console.Error.WriteLine($"{done}, {watch.Elapsed.TotalSeconds:0} s"), CancellationToken.None);
        Console.Error.WriteLine($"loaded {rows} articles in {watch.Elapsed.TotalSeconds:0} s");
    }
}
