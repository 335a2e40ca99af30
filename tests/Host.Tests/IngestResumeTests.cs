using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Testing;

namespace Dateline.Host.Tests;

/// <summary>A large file is ingested, something is killed in the middle, and it goes on where it stopped.</summary>
public sealed partial class IngestResumeTests : IDisposable
{
    private const int Pages = 900;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly ScratchFolder _folder = new("resume");
    private readonly string _url = $"http://127.0.0.1:{FreePort.Next()}";

    private string Data => _folder.Combine("data");

    [Theory]
    [InlineData("crawl.warc.gz")]
    [InlineData("articles.jsonl")]
    public async Task Goes_on_where_it_was_killed(string name)
    {
        var file = await WriteAsync(name);
        var before = await IngestUntilKilledAsync(["ingest", file, "--data", Data], Patience);

        await using var again = await DatelineProcess.RunAsync(["ingest", file, "--data", Data], Patience);

        again.ExitCode.ShouldBe(0, Tail(again));
        Summary(again).ShouldBe((Pages, before));
        Count("SELECT count(*) FROM documents").ShouldBe(Pages);
    }

    [Fact]
    public async Task What_a_server_has_accepted_is_not_sent_to_it_again()
    {
        var file = await WriteAsync("crawl.warc.gz");
        await using var server = await ServeAsync();
        await using (var first = await DatelineProcess.RunAsync(["ingest", file, "--server", _url], Patience))
            first.ExitCode.ShouldBe(0, Tail(first));
        var sent = await PostsAsync();

        await using var second = await DatelineProcess.RunAsync(["ingest", file, "--server", _url], Patience);

        second.ExitCode.ShouldBe(0, Tail(second));
        Summary(second).ShouldBe((Pages, Pages));
        (await PostsAsync()).ShouldBe(sent);
    }

    [Fact]
    public async Task Waits_for_a_server_that_is_killed_and_started_again()
    {
        var file = await WriteAsync("articles.jsonl");
        var killed = await ServeAsync();
        await using var ingest = DatelineProcess.Start(["ingest", file, "--server", _url]);
        await Eventually.TrueAsync(() => Count("SELECT count(*) FROM documents") > 50, Patience, () => Tail(ingest));
        await killed.KillAsync();
        var before = Count("SELECT count(*) FROM documents");

        await using var server = await ServeAsync();
        await ingest.WaitForExitAsync(Patience);

        before.ShouldBeLessThan(Pages, "it was killed too late to show anything");
        ingest.ExitCode.ShouldBe(0, Tail(ingest));
        Summary(ingest).Items.ShouldBe(Pages);
        Count("SELECT count(*) FROM documents").ShouldBe(Pages);
        await killed.DisposeAsync();
    }

    [Fact]
    public async Task A_document_that_is_lost_with_the_process_each_time_is_put_aside_with_the_reason()
    {
        Directory.CreateDirectory(Path.Combine(Data, "inbox"));
        await File.WriteAllTextAsync(Path.Combine(Data, "inbox", "bad.txt"), CommandTests.Text(1), TestContext.Current.CancellationToken);
        for (var sends = 1; sends <= 3; sends++)
        {
            // Without a parser nobody answers; what ended a process looks the same to the next one.
            await using var process = Start(["serve", "fetcher", "storage"]);
            await Eventually.TrueAsync(() => Count("SELECT coalesce(max(sends), 0) FROM documents") == sends, Patience, () => Tail(process));
            await process.KillAsync();
        }

        await using var last = Start(["serve", "fetcher", "storage"]);
        await Eventually.TrueAsync(() => Count("SELECT count(*) FROM documents WHERE fate = 'quarantined' AND detail LIKE 'It was sent 3 times%'") == 1, Patience, () => Tail(last));
    }

    /// <summary>How many documents had been accepted when it was killed.</summary>
    private async Task<long> IngestUntilKilledAsync(string[] arguments, TimeSpan patience)
    {
        await using var killed = DatelineProcess.Start(arguments, workingFolder: _folder.Path);
        await Eventually.TrueAsync(() => Count("SELECT count(*) FROM documents") > 50, patience, () => Tail(killed));
        await killed.KillAsync();
        var accepted = Count("SELECT count(*) FROM documents");
        accepted.ShouldBeLessThan(Pages, "it was killed too late to show anything");
        return accepted;
    }

    private async Task<DatelineProcess> ServeAsync()
    {
        var server = Start(["serve", "fetcher", "parser", "enricher", "storage"]);
        await server.WaitUntilHealthyAsync($"{_url}/health/ready", Patience);
        return server;
    }

    private DatelineProcess Start(string[] command) => DatelineProcess.Start(
        [.. command, "--data", Data, "--urls", _url],
        [new("Fetcher:Inbox:SettleFor", "00:00:00"), new("Fetcher:Ledger:MaxSends", "3"), new("Logging:LogLevel:Default", "Warning")], _folder.Path);

    /// <summary>How many requests have brought documents.</summary>
    private async Task<double> PostsAsync()
    {
        using var http = new HttpClient();
        var metrics = await http.GetStringAsync($"{_url}/metrics", TestContext.Current.CancellationToken);
        return metrics.Split('\n')
            .Where(line => line.StartsWith("http_server_request_duration_seconds_count", StringComparison.Ordinal) && line.Contains("\"POST\"", StringComparison.Ordinal) && Route().IsMatch(line))
            .Sum(line => double.Parse(Value().Match(line).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    private static (int Items, long Known) Summary(DatelineProcess ingest)
    {
        var text = string.Join(' ', ingest.Output);
        return (int.Parse(Items().Match(text).Groups[1].Value, CultureInfo.InvariantCulture),
            Known().Match(text) is { Success: true } known ? long.Parse(known.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
    }

    private static string Tail(DatelineProcess process) => string.Join('\n', process.Lines.TakeLast(10));

    private long Count(string sql)
    {
        var path = Path.Combine(Data, "intake.db");
        if (!File.Exists(path))
            return 0;
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'documents'";
        if ((long)command.ExecuteScalar()! == 0)
            return 0;
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private async Task<string> WriteAsync(string name)
    {
        var path = _folder.Combine(name);
        await File.WriteAllBytesAsync(path, name.EndsWith(".gz", StringComparison.Ordinal) ? Crawl() : Lines(), TestContext.Current.CancellationToken);
        return path;
    }

    private static byte[] Lines() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Pages).Select(n =>
        JsonSerializer.Serialize(new { title = $"Report {n}", text = CommandTests.Text(n) }) + "\n")));

    private static byte[] Crawl()
    {
        var stream = new MemoryStream();
        for (var n = 0; n < Pages; n++)
        {
            var block = $"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{CommandTests.Text(n)}";
            using var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/{n}\r\nWARC-Date: 2023-03-30T12:00:00Z\r\n"
                + $"Content-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(block)}\r\n\r\n{block}\r\n\r\n"));
        }

        return stream.ToArray();
    }

    [GeneratedRegex(@"(\d+) items: \d+ [a-z]", RegexOptions.NonBacktracking)]
    private static partial Regex Items();

    [GeneratedRegex(@"\((\d+) known", RegexOptions.NonBacktracking)]
    private static partial Regex Known();

    [GeneratedRegex("http_route=\"/?v1/documents/?\"", RegexOptions.NonBacktracking)]
    private static partial Regex Route();

    [GeneratedRegex(@"\} ([0-9.]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Value();

    public void Dispose() => _folder.Dispose();
}
