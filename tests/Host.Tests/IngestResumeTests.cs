using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Dateline.Testing;
using Microsoft.Data.Sqlite;

namespace Dateline.Host.Tests;

/// <summary>A large file is ingested by a process that is killed in the middle, and ingested again.</summary>
public sealed class IngestResumeTests : IDisposable
{
    private const int Pages = 1_500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ScratchFolder _folder = new("resume");

    [Theory]
    [InlineData("crawl.warc.gz")]
    [InlineData("articles.jsonl")]
    public async Task Goes_on_where_it_was_killed(string name)
    {
        var file = _folder.Combine(name);
        await File.WriteAllBytesAsync(file, name.EndsWith(".gz", StringComparison.Ordinal) ? Crawl() : Lines(), TestContext.Current.CancellationToken);
        await using (var killed = Start(file))
        {
            await Eventually.TrueAsync(() => Accepted() is > 50, Patience, () => string.Join('\n', killed.Lines.TakeLast(10)));
            await killed.KillAsync();
        }

        var before = Accepted();
        await using var again = Start(file);
        await Eventually.TrueAsync(() => again.HasExited, Patience, () => $"{Accepted()} accepted");

        before.ShouldBeLessThan(Pages, "it was killed too late to show anything");
        again.ExitCode.ShouldBe(0, string.Join('\n', again.Lines.TakeLast(10)));
        string.Join(' ', again.Lines).ShouldContain("known from before");
        Accepted().ShouldBe(Pages);
    }

    private DatelineProcess Start(string file) => DatelineProcess.Start(["ingest", file, "--data", _folder.Combine("data")], workingFolder: _folder.Path);

    private long Accepted()
    {
        var path = _folder.Combine("data", "intake.db");
        if (!File.Exists(path))
            return 0;
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'documents'";
        if ((long)command.ExecuteScalar()! == 0)
            return 0;
        command.CommandText = "SELECT count(*) FROM documents";
        return (long)command.ExecuteScalar()!;
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
            gzip.Write(Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/{n}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(block)}\r\n\r\n{block}\r\n\r\n"));
        }

        return stream.ToArray();
    }

    public void Dispose() => _folder.Dispose();
}
