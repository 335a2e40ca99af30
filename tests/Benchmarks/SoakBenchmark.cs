using Dateline.Testing;

namespace Dateline.Benchmarks;

/// <summary>The whole line against a simulated news web with every kind of trouble; fails unless all that can be had is had, and every host is content.</summary>
internal static class SoakBenchmark
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan CrawlDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static async Task<string> RunAsync(int feeds, int pages)
    {
        await using var web = new SimulatedWeb();
        await web.InitializeAsync();
        // What is asked for again only after minutes is a matter for tests with a clock of their own.
        var troubles = Enum.GetValues<Trouble>().Except([Trouble.RobotsBroken, Trouble.FeedBusy]).ToList();
        var world = new NewsWorld(web, troubles, feeds, pages, ArticleFile.PageOf, CrawlDelay);
        await using var line = await EmbeddedLine.StartAsync(new Dictionary<string, string>(web.Pins)
        {
            ["Fetcher:Politeness:DelayPerHost"] = Pause.ToString(),
            ["Fetcher:Politeness:FirstRetry"] = "00:00:02",
            ["Fetcher:Politeness:DelayAfterPushback"] = "00:00:02",
            ["Fetcher:Http:RateWindow"] = "00:00:02",
            ["Access:RequestsPerMinute"] = "1000000",
            ["Access:RequestBurst"] = "1000000",
        });
        var (run, pipeline) = await line.CrawlAsync([.. world.Papers.Select(paper => paper.Feed)], world.Documents, Patience);
        var peak = line.PeakMemory(line.Processes.Single());

        if (!pipeline.Balanced || pipeline.Accepted != world.Documents)
            throw new InvalidOperationException($"{world.Documents} documents can be had, {pipeline.Accepted} were accepted.");
        var answered = web.Requests.Where(request => request.EndedAt is not null).ToList();
        var verdicts = answered.GroupBy(request => request.Host).ToDictionary(host => host.Key, host => Conduct.Of([.. host], Pause));
        if (verdicts.FirstOrDefault(verdict => !verdict.Value.Perfect) is { Key: { } host } bad)
            throw new InvalidOperationException($"{host} has reason to complain: {bad.Value}");

        return $"""
            # Soak

            {feeds} feeds with {pages} pages each, of which {world.Documents} pages can be had: {troubles.Count} kinds of papers in turn, from well-behaved ones to feeds that are gone,
            trickle, redirect in circles or are bombs, and to pages that are busy, missing or named twice. One process, messages in memory, SQLite; the simulated web runs beside it
            on the same {Environment.ProcessorCount} cores. The accounting was closed, and each of {verdicts.Count} hosts saw never two requests at once, never a gap shorter than {Pause.TotalMilliseconds:0} ms, or
            than it had asked for: the run fails otherwise.

            | | |
            |---|---|
            | requests | {answered.Count} |
            | documents accepted and settled | {pipeline.Accepted} |
            | of them stored | {pipeline.Stored} |
            | documents/s, from the first feed added to the last document settled | {Figures.Text(run.Rate, "0")} |
            | ms of CPU a document | {Figures.Text(run.TotalCpu)} |
            | peak memory, MB | {Figures.Text(peak, "0")} |

            """;
    }
}
