using System.Net.Http.Json;
using Dateline.Fetcher.Ledger;
using Dateline.Testing;

namespace Dateline.Host.Tests;

/// <summary>The commands as a user types them, on the real executable and a folder of its own.</summary>
public sealed class CommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ScratchFolder _folder = new("commands");

    private string Data => _folder.Combine("data");

    [Fact]
    public async Task Without_a_command_the_samples_are_ingested_once_however_often_it_is_started()
    {
        for (var start = 0; start < 2; start++)
        {
            var url = $"http://127.0.0.1:{FreePort.Next()}";
            await using var process = DatelineProcess.Start(["--data", Data, "--urls", url], workingFolder: _folder.Path);
            await process.WaitForLineAsync(line => line.Contains("Ctrl-C stops", StringComparison.Ordinal), Patience);

            string.Join('\n', process.Lines).ShouldContain($"{url}/v1/articles");
            var pipeline = await PipelineAsync(url);
            (pipeline.Accepted, pipeline.Stored, pipeline.Revised, pipeline.Duplicate, pipeline.Rejected, pipeline.Quarantined).ShouldBe((21, 18, 1, 1, 1, 0));
            pipeline.Balanced.ShouldBeTrue();
            await process.StopAsync(TimeSpan.FromSeconds(30));
        }
    }

    [Fact]
    public async Task Ingest_says_the_fate_of_each_file_and_fails_when_one_failed()
    {
        Directory.CreateDirectory(_folder.Combine("in"));
        await File.WriteAllTextAsync(_folder.Combine("in", "a.txt"), Text(1), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder.Combine("in", "b.md"), $"# A heading of its own\n\n{Text(2)}", TestContext.Current.CancellationToken);

        var good = await DatelineProcess.RunAsync(["ingest", _folder.Combine("in"), "--data", Data], Patience);
        good.ExitCode.ShouldBe(0, string.Join('\n', good.Lines));
        string.Join('\n', good.Output).ShouldContain("2 items: 2 stored");

        await File.WriteAllTextAsync(_folder.Combine("in", "c.pdf"), "%PDF-1.7\n1 0 obj\n", TestContext.Current.CancellationToken);
        var bad = await DatelineProcess.RunAsync(["ingest", _folder.Combine("in"), "--data", Data], Patience);
        bad.ExitCode.ShouldBe(1);
        string.Join('\n', bad.Output).ShouldContain("(2 known from before)");

        var search = await DatelineProcess.RunAsync(["search", "viaduct", "--data", Data], Patience);
        search.ExitCode.ShouldBe(0);
        string.Join('\n', search.Output).ShouldContain("2 articles");

        await File.WriteAllTextAsync(_folder.Combine("again.txt"), $"{Text(1)}\n\nThis was printed by another paper before.", TestContext.Current.CancellationToken);
        await DatelineProcess.RunAsync(["ingest", _folder.Combine("again.txt"), "--data", Data], Patience);
        (await DatelineProcess.RunAsync(["search", "viaduct", "--limit", "2", "--data", Data], Patience)).Output.ShouldContain("the first 2 of 3 articles; --limit shows more");
        var collapsed = (await DatelineProcess.RunAsync(["search", "viaduct", "--collapse", "copies", "--data", Data], Patience)).Output;
        collapsed.ShouldContain("2 articles");
        collapsed.Count(line => line.EndsWith(" · and 1 copy", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', collapsed));

        var mistaken = await DatelineProcess.RunAsync(["search", "viaduct titel:x", "--data", Data], Patience);
        mistaken.ExitCode.ShouldNotBe(0);
        string.Join('\n', mistaken.Lines).ShouldContain("Did you mean title:? To search for a text with a colon, put it in quotation marks.\nviaduct titel:x\n        ^");
    }

    [Fact]
    public async Task Ingest_breaks_no_line_that_another_program_reads()
    {
        var name = $"{new string('n', 120)}.pdf";
        await File.WriteAllTextAsync(_folder.Combine(name), "%PDF-1.7\n1 0 obj\n", TestContext.Current.CancellationToken);

        var process = await DatelineProcess.RunAsync(["ingest", _folder.Combine(name), "--data", Data], Patience);

        process.Output.ShouldContain(line => line.Contains(name, StringComparison.Ordinal) && line.Contains("rejected", StringComparison.Ordinal) && line.Contains("PDF", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ingest_does_not_wait_for_an_address_that_is_tried_again_later()
    {
        var process = await DatelineProcess.RunAsync(["ingest", "http://nowhere.invalid/story", "--data", Data], Patience);

        process.ExitCode.ShouldBe(1, string.Join('\n', process.Lines));
        string.Join('\n', process.Output).ShouldContain("1 waiting");
    }

    [Fact]
    public async Task What_does_not_exist_is_said_with_what_to_do()
    {
        var process = await DatelineProcess.RunAsync(["ingest", "no-such-file", "--data", Data], Patience);

        process.ExitCode.ShouldBe(2);
        string.Join('\n', process.Lines).ShouldContain("There is no file, folder or address 'no-such-file'");
    }

    [Fact]
    public async Task A_second_server_on_one_folder_is_told_where_the_first_one_is()
    {
        var url = $"http://127.0.0.1:{FreePort.Next()}";
        await using var first = DatelineProcess.Start(["serve", "--data", Data, "--urls", url], workingFolder: _folder.Path);
        await first.WaitUntilHealthyAsync($"{url}/health/ready", Patience);

        var second = await DatelineProcess.RunAsync(["serve", "--data", Data, "--urls", $"http://127.0.0.1:{FreePort.Next()}"], Patience);

        second.ExitCode.ShouldBe(2);
        string.Join('\n', second.Lines).ShouldContain(url);
    }

    [Fact]
    public async Task A_created_key_is_printed_alone_so_that_scripts_can_take_it()
    {
        var process = await DatelineProcess.RunAsync(["keys", "create", "reader", "--scope", "read", "--data", Data], Patience);

        process.ExitCode.ShouldBe(0, string.Join('\n', process.Lines));
        process.Output.ShouldHaveSingleItem().ShouldStartWith("dl_");
    }

    internal static string Text(int number) =>
        $"""
        Trains cross the viaduct again, report {number} says

        {Prose.Paragraph(2 * number)}

        {Prose.Paragraph((2 * number) + 1)}
        """;

    internal static async Task<PipelineView> PipelineAsync(string url)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        return (await http.GetFromJsonAsync<PipelineView>("/v1/pipeline", TestContext.Current.CancellationToken))!;
    }

    public void Dispose() => _folder.Dispose();
}
