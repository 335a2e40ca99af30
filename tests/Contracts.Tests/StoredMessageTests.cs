using System.Text.Json.Nodes;
using Dateline.Testing;

namespace Dateline.Contracts.Tests;

/// <summary>Queues, quarantines and replays hold messages of older and newer versions: both must be readable.</summary>
public sealed class StoredMessageTests
{
    private static readonly string Folder = SolutionRoot.Combine("tests", "Contracts.Tests", "stored");

    public static TheoryData<string> StoredFiles =>
        [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order()];

    public static TheoryData<string> MessageNames => [.. Wire.Messages.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(StoredFiles))]
    public void Reads_everything_that_an_older_version_wrote(string file)
    {
        var stored = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;

        var message = Wire.Read(stored, TypeOf(Path.GetFileNameWithoutExtension(file).Split('.')[0]));

        Lost(stored, Wire.Write(message), "").ShouldBeEmpty();
    }

    [Fact]
    public void Holds_a_sample_of_every_message() =>
        Wire.Messages.Select(type => type.Name)
            .Except(StoredFiles.Select(file => Path.GetFileNameWithoutExtension((string)file.Data).Split('.')[0]))
            .ShouldBeEmpty("copy the \"message\" of its approved file into stored/v1");

    [Theory]
    [MemberData(nameof(MessageNames))]
    public void Passes_over_members_it_does_not_know(string message)
    {
        var sample = Wire.Write(Sample(message));
        var newer = WithUnknownMembers(sample.DeepClone());

        Wire.ToText(Wire.Write(Wire.Read(newer, TypeOf(message)))).ShouldBe(Wire.ToText(sample));
    }

    [Fact]
    public void Reads_a_name_it_does_not_know_as_the_first_one()
    {
        var rejected = Wire.Write(Sample(nameof(DocumentRejected)));
        rejected["reason"] = "found-on-the-moon";
        rejected["stage"] = "translate";
        var stored = Wire.Write(Sample(nameof(ArticleStored)));
        stored["outcome"] = "merged";
        var parsed = Wire.Write(Sample(nameof(ArticleParsed)));
        parsed["article"]!["blocks"]![0]!["kind"] = "poem";
        parsed["article"]!["published"]!["precision"] = "century";

        var readRejected = (DocumentRejected)Wire.Read(rejected, typeof(DocumentRejected));
        var readArticle = ((ArticleParsed)Wire.Read(parsed, typeof(ArticleParsed))).Article;

        (readRejected.Reason, readRejected.Stage).ShouldBe((RejectionReason.Unknown, Stage.Unknown));
        ((ArticleStored)Wire.Read(stored, typeof(ArticleStored))).Outcome.ShouldBe(StoreOutcome.Unknown);
        (readArticle.Blocks[0].Kind, readArticle.Published!.Precision).ShouldBe((BlockKind.Paragraph, DatePrecision.Unknown));
    }

    private static object Sample(string message) => Samples.All.Single(sample => sample.GetType().Name == message);

    private static Type TypeOf(string message) => Wire.Messages.Single(type => type.Name == message);

    private static JsonNode WithUnknownMembers(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (var (_, member) in members.ToList())
            {
                if (member is not null)
                    WithUnknownMembers(member);
            }

            members["addedLater"] = new JsonObject { ["deep"] = new JsonArray(1, "two") };
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items.OfType<JsonNode>())
                WithUnknownMembers(item);
        }

        return node;
    }

    // What was stored and is not there any more, by its path. What came since is no loss.
    private static IEnumerable<string> Lost(JsonNode? before, JsonNode? after, string path) => (before, after) switch
    {
        (JsonObject was, JsonObject now) => was.SelectMany(member => Lost(member.Value, now[member.Key], $"{path}.{member.Key}")),
        (JsonArray was, JsonArray now) when was.Count == now.Count => was.Zip(now).SelectMany((pair, index) => Lost(pair.First, pair.Second, $"{path}[{index}]")),
        _ => JsonNode.DeepEquals(before, after) ? [] : [$"{path}: {before?.ToJsonString() ?? "null"} became {after?.ToJsonString() ?? "null"}"],
    };
}
