using System.Text.Json;
using Dateline.Testing;

namespace Dateline.Host.Tests;

/// <summary>The frozen contract of <c>dateline group</c>, on the real executable.</summary>
public sealed class GroupTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const string Bridge =
        "Engineers closed the old railway bridge at Torvik on Tuesday evening after a routine survey found cracks in two of its five stone piers. "
        + "Trains between the coast and the capital are diverted through the northern valley, which adds fifty minutes to the journey.";

    private const string Report =
        "Masons will need months to mend the cracked piers of the railway bridge at Torvik, the operator said. Trains to the capital go through the valley.";

    private const string Vote =
        "The council of Skarnes voted for a new library with reading rooms, a stage and a café after six years of debate about its place and its cost.";

    private readonly ScratchFolder _folder = new("group");

    [Fact]
    public async Task Says_which_texts_are_copies_and_which_report_one_event()
    {
        var answers = await GroupAsync(
            new { id = "a", title = "Torvik railway bridge closed", text = Bridge, publishedAt = "2024-05-06T08:00:00Z" },
            new { id = "b", title = "Skarnes gets a library", text = Vote, publishedAt = "2024-05-06T09:00:00Z" },
            new { id = "c", title = "Trains diverted", text = "TORVIK (QPA) – " + Bridge + " Buses run every hour.", publishedAt = "2024-05-06T10:00:00Z" },
            new { id = "d", title = "Torvik railway bridge: repair takes months", text = Report, publishedAt = "2024-05-07T08:00:00Z" });

        answers.Select(answer => answer.GetProperty("id").GetString()).ShouldBe(["a", "b", "c", "d"]);
        Same(answers, "dupGroup").ShouldBe(["ac", "b", "d"]);
        Same(answers, "storyId").ShouldBe(["acd", "b"]);
    }

    [Fact]
    public async Task Names_the_line_that_makes_no_sense_and_answers_the_others()
    {
        var path = _folder.Combine("broken.jsonl");
        await File.WriteAllTextAsync(path, $$"""
            {"id":"a","text":{{JsonSerializer.Serialize(Vote)}}}
            {"id":"b"}
            {"id":"c","text":

            {"id":"d","text":"x","publishedAt":"soon"}
            """);

        var process = await DatelineProcess.RunAsync(["group", path], Patience);

        process.ExitCode.ShouldBe(1);
        process.Output.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()).ShouldBe(["a"]);
        string.Join("\n", process.Lines).ShouldContain("line 2: The object has no \"text\"");
        string.Join("\n", process.Lines).ShouldContain("line 3: The JSON is broken");
        string.Join("\n", process.Lines).ShouldContain("line 5: \"publishedAt\" is \"soon\"");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_no_crash()
    {
        var process = await DatelineProcess.RunAsync(["group", _folder.Combine("missing.jsonl")], Patience);
        process.ExitCode.ShouldBe(2);
        string.Join("\n", process.Lines).ShouldContain("cannot be read");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<List<JsonElement>> GroupAsync(params object[] texts)
    {
        var path = _folder.Combine("texts.jsonl");
        await File.WriteAllLinesAsync(path, texts.Select(text => JsonSerializer.Serialize(text)));
        var process = await DatelineProcess.RunAsync(["group", path], Patience);
        process.ExitCode.ShouldBe(0);
        return [.. process.Output.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>Ids that share a value, joined.</summary>
    private static IEnumerable<string> Same(List<JsonElement> answers, string property) => answers
        .GroupBy(answer => answer.GetProperty(property).GetString())
        .Select(group => string.Concat(group.Select(answer => answer.GetProperty("id").GetString())))
        .Order(StringComparer.Ordinal);
}
