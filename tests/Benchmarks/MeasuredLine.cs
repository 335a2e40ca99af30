using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Uploads;

namespace Dateline.Benchmarks;

/// <summary>A running line, seen from outside: its API takes articles, the kernel says what they cost.</summary>
internal sealed class MeasuredLine(HttpClient http, IReadOnlyDictionary<string, int> processes, IAsyncDisposable owner) : IAsyncDisposable
{
    /// <summary>Callers that post at the same time.</summary>
    public const int Posters = 16;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private int _next;

    public IEnumerable<string> Processes => processes.Keys;

    /// <summary>Posts articles as fast as they are taken, and waits until all are stored.</summary>
    /// <param name="tail">How long processor time is still counted afterwards, for work that is put off, such as exports.</param>
    public async Task<LoadRun> DriveAsync(int count, TimeSpan tail = default)
    {
        // Texts are made before the clock starts.
        var files = Take(count).Select(ArticleFile.Of).ToList();
        var stored = (await PipelineAsync()).Stored;
        var before = processes.ToDictionary(process => process.Key, process => Cpu(process.Value));
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = Posters }, async (file, _) => await PostAsync(file));
        var pipeline = await SettledAsync();
        var rate = count / watch.Elapsed.TotalSeconds;
        await Task.Delay(tail);

        // A rejected article is cheap: figures that hold some would flatter.
        if (!pipeline.Balanced || pipeline.Stored - stored != count)
            throw new InvalidOperationException($"{count} articles should be stored, {pipeline.Stored - stored} are: {JsonSerializer.Serialize(pipeline, Json)}");
        return new LoadRun(rate, processes.ToDictionary(process => process.Key, process => (Cpu(process.Value) - before[process.Key]).TotalMilliseconds / count));
    }

    /// <summary>Posts articles at a steady pace; answers how many milliseconds each took from accepted to queryable.</summary>
    public async Task<IReadOnlyList<double>> TrickleAsync(int count, TimeSpan pause)
    {
        using var timer = new PeriodicTimer(pause);
        var ids = new List<Guid>();
        foreach (var number in Take(count))
        {
            await timer.WaitForNextTickAsync();
            ids.Add(await PostAsync(ArticleFile.Of(number)));
        }

        await SettledAsync();
        var latencies = new List<double>();
        foreach (var id in ids)
        {
            var document = (await http.GetFromJsonAsync<DocumentView>($"/v1/documents/{id}", Json))!;
            var store = document.Hops.Single(hop => hop.Stage == Stage.Store);
            latencies.Add((store.StartedAt - document.AcceptedAt).TotalMilliseconds + store.DurationMs);
        }

        return latencies;
    }

    /// <summary>Adds feeds and waits until so many documents have come of them and are settled.</summary>
    public async Task<(LoadRun Run, PipelineView Pipeline)> CrawlAsync(IReadOnlyCollection<string> feeds, int documents, TimeSpan patience)
    {
        var before = processes.ToDictionary(process => process.Key, process => Cpu(process.Value));
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(feeds, new ParallelOptions { MaxDegreeOfParallelism = Posters }, async (feed, token) =>
        {
            using var response = await http.PostAsJsonAsync("/v1/sources", new { url = feed, pages = "always" }, token);
            response.EnsureSuccessStatusCode();
        });

        PipelineView pipeline;
        while ((pipeline = await PipelineAsync()).Accepted < documents || pipeline.InFlight > 0)
        {
            if (!pipeline.Balanced || watch.Elapsed > patience)
                throw new InvalidOperationException($"{documents} documents should be accepted and settled after {watch.Elapsed}: {JsonSerializer.Serialize(pipeline, Json)}");
            await Task.Delay(Poll);
        }

        var rate = documents / watch.Elapsed.TotalSeconds;
        return (new LoadRun(rate, processes.ToDictionary(process => process.Key, process => (Cpu(process.Value) - before[process.Key]).TotalMilliseconds / documents)), pipeline);
    }

    public async Task<PipelineView> PipelineAsync() => (await http.GetFromJsonAsync<PipelineView>("/v1/pipeline", Json))!;

    /// <summary>The most memory that was resident at once, in MB.</summary>
    public double PeakMemory(string process) => Memory(process, "VmHWM:");

    /// <summary>What is resident now, in MB.</summary>
    public double Memory(string process) => Memory(process, "VmRSS:");

    /// <summary>Processor time since the start.</summary>
    public TimeSpan Cpu(string process) => Cpu(processes[process]);

    private double Memory(string process, string field)
    {
        var line = File.ReadLines($"/proc/{processes[process]}/status").Single(text => text.StartsWith(field, StringComparison.Ordinal));
        return int.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
    }

    public ValueTask DisposeAsync() => owner.DisposeAsync();

    private IEnumerable<int> Take(int count) => Enumerable.Range((_next += count) - count, count);

    private async Task<Guid> PostAsync(ArticleFile file)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file.Content)) { Headers = { ContentType = new MediaTypeHeaderValue(file.MediaType) } };
        using var form = new MultipartFormDataContent { { content, "files", file.Name } };
        using var response = await http.PostAsync("/v1/documents", form);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<UploadReceipts>(Json))!.Items[0].DocumentId!.Value;
    }

    private async Task<PipelineView> SettledAsync()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var pipeline = await PipelineAsync();
            if (pipeline.InFlight == 0)
                return pipeline;
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"{pipeline.InFlight} articles are not settled.");
            await Task.Delay(Poll);
        }
    }

    private static TimeSpan Cpu(int process)
    {
        using var running = Process.GetProcessById(process);
        return running.TotalProcessorTime;
    }
}
