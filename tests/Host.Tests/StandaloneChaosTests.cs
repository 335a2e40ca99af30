using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using Dateline.Fetcher.Uploads;
using Dateline.Testing;
using Microsoft.Data.Sqlite;

namespace Dateline.Host.Tests;

/// <summary>The standalone process is killed at ten random moments while documents are posted and dropped.</summary>
public sealed class StandaloneChaosTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 10;
    private const int Files = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ScratchFolder _folder = new("kills");
    private readonly string _url = $"http://127.0.0.1:{FreePort.Next()}";
    private readonly ConcurrentDictionary<int, Guid> _accepted = new();

    [Fact]
    public async Task Every_accepted_item_is_there_once_after_ten_kills()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var data = _folder.Combine("data");
        var inbox = Directory.CreateDirectory(Path.Combine(data, "inbox")).FullName;
        using var posting = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var poster = PostAsync(posting.Token);
        for (var i = 0; i < Files; i++)
            await File.WriteAllTextAsync(Path.Combine(inbox, $"dropped-{i}.txt"), CommandTests.Text(10_000 + i), TestContext.Current.CancellationToken);

        for (var kill = 0; kill < Kills; kill++)
        {
            // The first ones hit the migration, the others the line at work.
            await using var process = Start(data);
            await Task.Delay(kill < 3 ? random.Next(300, 2_000) : random.Next(2_000, 5_000), TestContext.Current.CancellationToken);
            await process.KillAsync();
        }

        await using var last = Start(data);
        await last.WaitUntilHealthyAsync($"{_url}/health/ready", Patience);
        await Eventually.TrueAsync(() => _accepted.Count > 50, Patience, () => $"{_accepted.Count} accepted");
        await posting.CancelAsync();
        await poster;
        await Eventually.TrueAsync(() => !Directory.EnumerateFiles(inbox).Any(), Patience, () => "files are left in the inbox");
        await Eventually.TrueAsync(async () => (await CommandTests.PipelineAsync(_url)).InFlight == 0, Patience, () => string.Join('\n', last.Lines.TakeLast(10)));
        var pipeline = await CommandTests.PipelineAsync(_url);
        output.WriteLine($"{_accepted.Count} posted, {Files} dropped: {pipeline}");
        await last.StopAsync(TimeSpan.FromSeconds(30));

        pipeline.Balanced.ShouldBeTrue();
        pipeline.Quarantined.ShouldBe(0);
        _accepted.Values.Except(Ids(data, "intake.db", "SELECT id FROM documents WHERE fate = 'stored'")).ShouldBeEmpty("lost");
        Count(data, "intake.db", "SELECT count(*) FROM documents WHERE file_name LIKE 'dropped-%'").ShouldBe(Files);
        Count(data, "archive.db", "SELECT count(*) FROM articles").ShouldBe((int)pipeline.Accepted, "each document is another text");
        Count(data, "archive.db", "SELECT count(*) - count(DISTINCT identity_key) FROM articles").ShouldBe(0);
    }

    private DatelineProcess Start(string data) => DatelineProcess.Start(
        ["serve", "fetcher", "parser", "enricher", "storage", "--data", data, "--urls", _url],
        [new("Fetcher:Inbox:SettleFor", "00:00:00"), new("Fetcher:Inbox:LookEvery", "00:00:00.100"), new("Logging:LogLevel:Default", "Warning")],
        _folder.Path);

    /// <summary>Posts as a patient client does: what got no answer is sent again under the same key.</summary>
    private async Task PostAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri(_url), Timeout = TimeSpan.FromSeconds(10) };
        for (var i = 0; !cancellationToken.IsCancellationRequested;)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/documents")
                {
                    Content = new StringContent(CommandTests.Text(i), Encoding.UTF8, "text/plain"),
                    Headers = { { "Idempotency-Key", $"post-{i}" } },
                };
                using var response = await http.SendAsync(request, CancellationToken.None);
                if (response.IsSuccessStatusCode)
                    _accepted[i++] = (await response.Content.ReadFromJsonAsync<UploadReceipts>(CancellationToken.None))!.Items[0].DocumentId!.Value;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
            {
                // Killed, or not up yet.
            }

            await Task.Delay(40, CancellationToken.None);
        }
    }

    private static List<Guid> Ids(string data, string file, string sql)
    {
        using var connection = Open(data, file);
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var ids = new List<Guid>();
        while (reader.Read())
            ids.Add(reader.GetGuid(0));
        return ids;
    }

    private static int Count(string data, string file, string sql)
    {
        using var connection = Open(data, file);
        using var command = new SqliteCommand(sql, connection);
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static SqliteConnection Open(string data, string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(data, file)};Pooling=false");
        connection.Open();
        return connection;
    }

    public void Dispose() => _folder.Dispose();
}
