using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Documentation;

/// <summary>
/// The description that callers were promised is a file of the repository. After an addition, write it anew: run these tests with
/// DATELINE_PUBLISH_API=1 and commit the file. That is refused as long as something breaks.
/// </summary>
public sealed class PublishedApiTests(PostgresFixture postgres) : ApiSuite(DatabaseKind.Sqlite, postgres)
{
    private static readonly string File = SolutionRoot.Combine("deploy", "docs", "openapi", "archive.v1.json");

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Nothing_breaks_those_who_rely_on_the_published_description()
    {
        var breaks = ApiComparison.Breaks(JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File))!, await DescriptionAsync());
        breaks.ShouldBeEmpty("Add beside what is published; never change or remove it.");
    }

    [Fact]
    public async Task Every_operation_is_in_the_published_description()
    {
        var today = await DescriptionAsync();
        if (Environment.GetEnvironmentVariable("DATELINE_PUBLISH_API") == "1"
            && (!System.IO.File.Exists(File) || ApiComparison.Breaks(JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File))!, today).Count == 0))
            await System.IO.File.WriteAllTextAsync(File, today.ToJsonString(Readable) + "\n");
        var published = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File))!;
        Operations(today).Except(Operations(published)).ShouldBeEmpty("Run these tests with DATELINE_PUBLISH_API=1, look at what changed, and commit the file.");
    }

    private static IEnumerable<string> Operations(JsonNode description) =>
        description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key} {path.Key}"));

    private async Task<JsonNode> DescriptionAsync()
    {
        var description = JsonNode.Parse(await Api.Http.GetStringAsync("/openapi/v1.json"))!;
        description.AsObject().Remove("servers"); // the test's own address
        return description;
    }
}
