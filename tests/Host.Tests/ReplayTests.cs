using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Fetcher.Ledger;
using Dateline.Testing;

namespace Dateline.Host.Tests;

/// <summary><c>dateline replay</c> as a user types it, on the real executable and a folder of its own.</summary>
public sealed class ReplayTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ScratchFolder _folder = new("replays");

    private string Data => _folder.Combine("data");

    [Fact]
    public async Task A_preview_shows_what_would_change_stores_nothing_and_is_then_committed()
    {
        await File.WriteAllTextAsync(_folder.Combine("a.txt"), CommandTests.Text(1), TestContext.Current.CancellationToken);
        await RunAsync(1, ["ingest", _folder.Combine("a.txt")], new() { ["Parser:MinWords"] = "900" });

        var discarded = await RunAsync(0, ["replay", "--fate", "rejected", "--preview"]);
        discarded.ShouldContain("found: too-short → \"Trains cross the viaduct again, report 1 says\"");
        discarded.ShouldContain("1 of 1 selected documents parsed again");
        discarded.ShouldContain("0 unchanged, 1 that would become an article");
        discarded.ShouldContain("Nothing was stored");
        (await RunAsync(0, ["search", "viaduct"])).ShouldContain("No article matches.");

        (await RunAsync(0, ["replay", "--fate", "rejected", "--preview", "--commit"])).ShouldContain("1 documents are on their way again");
        (await RunAsync(0, ["search", "viaduct"])).ShouldContain("1 articles");

        var lost = await RunAsync(0, ["replay", "--fate", "stored", "--preview", "--json"]);
        using var change = JsonDocument.Parse(lost.Split('\n').First(line => line.StartsWith('{')));
        change.RootElement.GetProperty("changed").GetArrayLength().ShouldBe(0);
        change.RootElement.GetProperty("storedVersion").GetString().ShouldBe(change.RootElement.GetProperty("currentVersion").GetString());
    }

    [Fact]
    public async Task A_preview_parses_as_the_service_would()
    {
        await File.WriteAllTextAsync(_folder.Combine("a.txt"), CommandTests.Text(1), TestContext.Current.CancellationToken);
        await RunAsync(0, ["ingest", _folder.Combine("a.txt")]);
        var strict = new Dictionary<string, string> { ["Parser__MinWords"] = "900" };

        (await RunAsync(0, ["replay", "--fate", "stored", "--preview"], strict)).ShouldContain("rejected (too-short)");
        (await RunAsync(0, ["replay", "--fate", "stored", "--preview", "--commit"], strict)).ShouldContain("1 documents are on their way again");
        (await RunAsync(0, ["replay", "--fate", "rejected", "--preview"], strict)).ShouldContain("1 unchanged");
        (await RunAsync(2, ["replay", "--fate", "rejected", "--preview"], new() { ["Parser__MinWords"] = "0" })).ShouldContain("MinWords");
    }

    [Fact]
    public async Task Replaying_everything_must_be_meant() =>
        (await RunAsync(2, ["replay", "--preview"])).ShouldContain("Nothing is selected. Say which documents: --outdated");

    [Fact]
    public async Task The_route_says_what_a_replay_would_send()
    {
        for (var i = 0; i < 5; i++)
            await File.WriteAllTextAsync(_folder.Combine($"{i}.txt"), CommandTests.Text(10 * (i + 1)), TestContext.Current.CancellationToken);
        var url = $"http://127.0.0.1:{FreePort.Next()}";
        await using var process = DatelineProcess.Start(["serve", "--data", Data, "--urls", url], workingFolder: _folder.Path);
        await process.WaitUntilHealthyAsync($"{url}/health/ready", Patience);
        await RunAsync(0, ["ingest", .. Enumerable.Range(0, 5).Select(i => _folder.Combine($"{i}.txt")), "--server", url]);
        using var http = new HttpClient { BaseAddress = new Uri(url) };

        using var answer = await http.PostAsJsonAsync("/v1/replays/preview?sample=2", new { fate = "stored" }, TestContext.Current.CancellationToken);
        var preview = (await answer.Content.ReadFromJsonAsync<ReplayPreview>(TestContext.Current.CancellationToken))!;

        preview.Selected.ShouldBe(5);
        preview.Sample.Count.ShouldBe(2);
        preview.Sample[0].ShouldSatisfyAllConditions(one => one.Fate.ShouldBe("stored"), one => one.ArticleId.ShouldNotBeNull(), one => one.ParserVersion.ShouldNotBeNullOrEmpty());
        (await CommandTests.PipelineAsync(url)).InFlight.ShouldBe(0);
        using var refused = await http.PostAsJsonAsync("/v1/replays/preview", new { }, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    private async Task<string> RunAsync(int exit, string[] arguments, Dictionary<string, string>? environment = null)
    {
        string[] all = arguments.Contains("--server") ? arguments : [.. arguments, "--data", Data];
        await using var process = await DatelineProcess.RunAsync(all, Patience, environment);
        var lines = string.Join('\n', process.Lines);
        process.ExitCode.ShouldBe(exit, lines);
        return lines;
    }

    public void Dispose() => _folder.Dispose();
}
