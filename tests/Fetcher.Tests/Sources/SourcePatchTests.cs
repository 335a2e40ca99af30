using System.Text.Json.Nodes;
using Dateline.Fetcher.Sources;

namespace Dateline.Fetcher.Tests.Sources;

public sealed class SourcePatchTests
{
    private static readonly SourceSettings Known = new() { Url = "http://a.test/feed", Title = "A", Pages = "always", MinIntervalMinutes = 20, Tags = ["x"] };

    [Fact]
    public void What_is_left_out_stays_and_null_means_the_default()
    {
        var (settings, _) = Apply("""{"title":null,"paused":true}""");

        (settings!.Url, settings.Title, settings.Pages, settings.MinIntervalMinutes, settings.Paused, settings.Tags!.Single()).ShouldBe(
            (Known.Url, null, "always", 20, true, "x"));
    }

    [Fact]
    public void One_header_is_changed_or_taken_away_without_knowing_the_others()
    {
        var known = Known with { Headers = new Dictionary<string, string> { ["X-Key"] = "old", ["X-Kept"] = "1", ["X-Gone"] = "2" } };

        var (settings, _) = SourcePatch.Apply(known, JsonNode.Parse("""{"headers":{"x-key":"new","X-Gone":null}}""")!.AsObject());

        settings!.Headers!.ShouldBe(new Dictionary<string, string> { ["X-Kept"] = "1", ["x-key"] = "new" }, ignoreOrder: true);
    }

    [Fact]
    public void An_unknown_setting_is_refused_with_the_ones_there_are() =>
        Apply("""{"interval":5}""").Problem!.ShouldStartWith("There is no setting 'interval'. There are: url, title, pages,");

    [Fact]
    public void A_value_of_the_wrong_kind_is_refused_by_its_name() =>
        Apply("""{"minIntervalMinutes":"soon"}""").Problem!.ShouldStartWith("minIntervalMinutes has a value of the wrong kind");

    [Theory]
    [InlineData("""{"minIntervalMinutes":60,"maxIntervalMinutes":30}""", "larger than")]
    [InlineData("""{"pages":"sometimes"}""", "always, when-summary, never")]
    [InlineData("""{"headers":{"Host":"evil"}}""", "'Host' cannot be set")]
    [InlineData("""{"cookie":"a\r\nX: y"}""", "no header can carry")]
    [InlineData("""{"tags":[" "]}""", "`tags`")]
    public void Settings_that_cannot_be_used_say_why(string patch, string problem) => Apply(patch).Settings!.Problem()!.ShouldContain(problem);

    private static (SourceSettings? Settings, string? Problem) Apply(string patch) => SourcePatch.Apply(Known, JsonNode.Parse(patch)!.AsObject());
}
