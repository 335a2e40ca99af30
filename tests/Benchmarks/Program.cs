using Dateline.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- transport|line|tracing|all
var wanted = args is [var name] ? name : "all";
var benchmarks = new Dictionary<string, Func<Task<string>>>
{
    ["transport"] = TransportBenchmark.RunAsync,
    ["line"] = LineBenchmark.RunAsync,
    ["tracing"] = TracingBenchmark.RunAsync,
};
if (wanted != "all" && !benchmarks.ContainsKey(wanted))
{
    Console.Error.WriteLine($"There is no benchmark '{wanted}'. Say {string.Join(", ", benchmarks.Keys)} or all.");
    return 2;
}

foreach (var (key, run) in benchmarks.Where(pair => wanted == "all" || pair.Key == wanted))
{
    var table = await run();
    Console.WriteLine(table);
    await File.WriteAllTextAsync(Path.Combine(Dateline.Testing.SolutionRoot.Combine("tests", "Benchmarks", "results"), $"{key}.md"), table);
}

return 0;
