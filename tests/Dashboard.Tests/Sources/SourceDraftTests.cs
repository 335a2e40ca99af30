using Dateline.Dashboard.Clients;
using Dateline.Dashboard.Sources;

namespace Dateline.Dashboard.Tests.Sources;

public sealed class SourceDraftTests
{
    private static readonly Source Known = new()
    {
        Id = Guid.Empty,
        Url = "http://wire.example/feed",
        Title = "The Wire",
        Pages = "always",
        MinIntervalMinutes = 20,
        HeaderNames = ["X-Key", "Cookie"],
        Tags = ["a", "b"],
    };

    [Fact]
    public void Nothing_is_sent_when_nothing_was_changed() => SourceDraft.Of(Known).ChangesOf(Known).Patch.ShouldBeEmpty();

    [Fact]
    public void Only_what_was_changed_is_sent_and_what_was_emptied_goes_back_to_the_default()
    {
        var draft = SourceDraft.Of(Known);
        (draft.Title, draft.MinMinutes, draft.Tags, draft.Paused) = (" ", "", "b, c ,b", true);

        var patch = draft.ChangesOf(Known).Patch!;

        patch.Keys.ShouldBe(["title", "minIntervalMinutes", "tags", "paused"], ignoreOrder: true);
        (patch["title"], patch["minIntervalMinutes"], patch["paused"]).ShouldBe((null, null, (object)true));
        patch["tags"].ShouldBeOfType<List<string>>().ShouldBe(["b", "c"]);
    }

    [Fact]
    public void Secrets_stay_unless_they_are_written_anew_or_taken_away()
    {
        var draft = SourceDraft.Of(Known);
        draft.Headers = "X-New: one:two\n\n";
        draft.RemovedHeaders.Add("X-Key");
        draft.RemoveCookie = true;

        var patch = draft.ChangesOf(Known).Patch!;

        patch["cookie"].ShouldBeNull();
        patch["headers"].ShouldBeOfType<Dictionary<string, object?>>().ShouldBe(new Dictionary<string, object?> { ["X-New"] = "one:two", ["X-Key"] = null }, ignoreOrder: true);
        patch.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("soon", "", "whole numbers of minutes")]
    [InlineData("", "X-Key", "'X-Key' is no header. Write one a line, as Name: value.")]
    public void What_cannot_be_read_is_said_before_anything_is_sent(string minutes, string headers, string problem)
    {
        var draft = SourceDraft.Of(Known);
        (draft.MinMinutes, draft.Headers) = (minutes, headers);

        var (patch, said) = draft.ChangesOf(Known);

        patch.ShouldBeNull();
        said!.ShouldContain(problem);
    }

    [Fact]
    public void A_new_source_is_added_with_what_was_filled_in()
    {
        var (settings, _) = new SourceDraft { Url = " http://a.example/ ", Tags = "x", Cookie = "c=1", Headers = "A: b" }.ForNew();

        settings!.Keys.ShouldBe(["url", "pages", "tags", "paused", "cookie", "headers"], ignoreOrder: true);
        settings["url"].ShouldBe("http://a.example/");
    }
}
