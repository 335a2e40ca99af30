using Dateline.Benchmarks;
using Dateline.Benchmarks.Archives;
using Dateline.Benchmarks.Extraction;

// dotnet run -c Release --project tests/Benchmarks -- transport|line|tracing|soak|inbox|all
// dotnet run -c Release --project tests/Benchmarks -- feeds FOLDER
// dotnet run -c Release --project tests/Benchmarks -- extraction FOLDER
// dotnet run -c Release --project tests/Benchmarks -- archive [--rows 1000000] [--texts 250000] [--load] [--sqlite] [--postgres CONNECTION] [--folder FOLDER]
// soak takes two numbers: feeds, and pages of each. inbox takes the number of files.
var wanted = args is [var name, ..] ? name : "all";
if (wanted == "feeds" && args is [_, var folder])
{
    var speed = await FeedBenchmark.RunAsync(folder);
    Console.WriteLine(speed);
    await File.WriteAllTextAsync(Path.Combine(Dateline.Testing.SolutionRoot.Combine("tests", "Benchmarks", "results"), "feeds.md"), speed);
    return 0;
}

if (wanted == "extraction" && args is [_, var corpus])
{
    var beside = ExtractionBenchmark.Run(corpus);
    Console.WriteLine(beside);
    await File.WriteAllTextAsync(Path.Combine(Dateline.Testing.SolutionRoot.Combine("tests", "Benchmarks", "results"), "extraction.md"), beside);
    return 0;
}

if (wanted == "archive")
{
    var choice = ArchiveChoice.Read(args[1..]);
    var answers = await ArchiveBenchmark.RunAsync(choice);
    if (choice.LoadOnly)
        return 0;
    Console.WriteLine(answers);
    var file = choice.Sqlite ? $"archive-sqlite-{choice.Rows}.md" : $"archive-{choice.Rows}.md";
    await File.WriteAllTextAsync(Path.Combine(Dateline.Testing.SolutionRoot.Combine("tests", "Benchmarks", "results"), file), answers);
    return 0;
}

var numbers = args.Skip(1).Select(int.Parse).ToArray();
var benchmarks = new Dictionary<string, Func<Task<string>>>
{
    ["transport"] = TransportBenchmark.RunAsync,
    ["line"] = LineBenchmark.RunAsync,
    ["tracing"] = TracingBenchmark.RunAsync,
    ["soak"] = () => SoakBenchmark.RunAsync(numbers is [var feeds, ..] ? feeds : 2_000, numbers is [_, var pages] ? pages : 16),
    ["inbox"] = () => InboxBenchmark.RunAsync(numbers is [var files, ..] ? files : 100_000),
};
if (wanted != "all" && !benchmarks.ContainsKey(wanted))
{
    Console.Error.WriteLine($"There is no benchmark '{wanted}'. Say {string.Join(", ", benchmarks.Keys)}, all, archive, feeds with a folder of feeds, or extraction with a folder of pages.");
    return 2;
}

foreach (var (key, run) in benchmarks.Where(pair => wanted == "all" || pair.Key == wanted))
{
    var table = await run();
    Console.WriteLine(table);
    await File.WriteAllTextAsync(Path.Combine(Dateline.Testing.SolutionRoot.Combine("tests", "Benchmarks", "results"), $"{key}.md"), table);
}

return 0;
