using System.Net;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Stories;

public abstract class StoryApiTests(DatabaseKind kind, PostgresFixture postgres) : ApiSuite(kind, postgres)
{
    private const string Bridge = "torvik bridge pier crack";
    private const string Vote = "skarnes library council vote";

    [Fact]
    public async Task Shows_members_spread_first_and_best_article()
    {
        var stored = await Api.StoreAsync(
            Report(1, Bridge, "Herald", hour: 1, words: 5), Report(2, Bridge, "Mirror", hour: 1, words: 80), Report(3, Bridge, "Mirror", hour: 3, words: 5), Report(4, Vote, "Herald", hour: 2));
        var story = await Api.ReadAsync($"/v1/stories/{stored[0].StoryId}");

        var summary = story.GetProperty("story");
        summary.GetProperty("members").GetInt32().ShouldBe(3);
        summary.GetProperty("firstArticle").GetGuid().ShouldBe(stored[0].ArticleId);
        summary.GetProperty("bestArticle").GetGuid().ShouldBe(stored[1].ArticleId);
        summary.GetProperty("title").GetString().ShouldBe("Report 2");
        summary.GetProperty("firstSeen").GetDateTime().ShouldBe(News.Morning.AddHours(-23).UtcDateTime);
        summary.GetProperty("lastSeen").GetDateTime().ShouldBe(News.Morning.AddHours(-21).UtcDateTime);
        Guids(story.GetProperty("articles"), "id").ShouldBe([stored[0].ArticleId, stored[1].ArticleId, stored[2].ArticleId]);
        story.GetProperty("sources").EnumerateArray().Select(source => (source.GetProperty("name").GetString(), source.GetProperty("articles").GetInt32()))
            .ShouldBe([("Mirror", 2), ("Herald", 1)]);
        story.GetProperty("hours").EnumerateArray().Select(hour => (hour.GetProperty("from").GetDateTime().Hour, hour.GetProperty("articles").GetInt32()))
            .ShouldBe([(9, 2), (11, 1)]);
    }

    [Fact]
    public async Task Lists_stories_the_latest_report_first_in_pages()
    {
        for (var n = 0; n < 5; n++)
            await Api.StoreAsync(Report(10 + n, $"alpha{n} beta{n} gamma{n}", "Herald", hour: n), Report(20 + n, $"alpha{n} beta{n} gamma{n}", "Mirror", hour: n));
        await Api.StoreAsync(Report(30, "nobody else", "Herald", hour: 9));

        var (seen, next) = (new List<string?>(), (string?)"");
        while (next is not null)
        {
            var page = await Api.ReadAsync($"/v1/stories?limit=2{next}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(story => story.GetProperty("about")[0].GetString()));
            next = page.GetProperty("next").GetString() is { } cursor ? $"&cursor={cursor}" : null;
        }

        seen.ShouldBe(["alpha4", "alpha3", "alpha2", "alpha1", "alpha0"]);
        (await Api.ReadAsync("/v1/stories?members=1")).GetProperty("items").GetArrayLength().ShouldBe(6);
        (await Api.ReadAsync("/v1/stories?from=2024-05-05T11:00:00Z&to=2024-05-05T12:30:00Z")).GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_merged_story_leads_to_the_one_that_has_its_articles()
    {
        var stored = await Api.StoreAsync(Report(1, Bridge, "Herald"), Report(2, Vote, "Mirror"));
        var (bridge, vote) = (stored[0].StoryId, stored[1].StoryId);
        var merged = await Api.SendAsync(HttpMethod.Post, $"/v1/stories/{bridge}/merge", new { stories = new[] { vote } }, HttpStatusCode.OK);
        merged.GetProperty("story").GetProperty("members").GetInt32().ShouldBe(2);

        (await Api.ReadAsync($"/v1/stories/{vote}")).GetProperty("story").GetProperty("id").GetGuid().ShouldBe(bridge!.Value);
        (await Api.StoreAsync(Report(3, Vote, "Herald")))[0].StoryId.ShouldBe(bridge);
        (await Api.ReadAsync($"/v1/articles?q=story:{vote}")).GetProperty("total").GetProperty("value").GetInt64().ShouldBe(3);
        var again = await Api.SendAsync(HttpMethod.Post, $"/v1/stories/{bridge}/merge", new { stories = new[] { vote } }, HttpStatusCode.Conflict);
        again.GetProperty("detail").GetString()!.ShouldContain("was merged into");
    }

    [Fact]
    public async Task Articles_split_off_stay_apart()
    {
        var stored = await Api.StoreAsync(Report(1, Bridge, "Herald"), Report(2, "torvik bridge ferry queue", "Mirror"));
        var story = stored[0].StoryId;
        var split = await Api.SendAsync(HttpMethod.Post, $"/v1/stories/{story}/split", new { articles = new[] { stored[1].ArticleId } }, HttpStatusCode.OK);
        var other = split.GetProperty("story").GetProperty("id").GetGuid();
        other.ShouldNotBe(story!.Value);

        (await Api.StoreAsync(Report(2, Bridge, "Mirror", words: 9, minute: 5)))[0].StoryId.ShouldBe(other);
        Guids((await Api.ReadAsync($"/v1/stories/{story}")).GetProperty("articles"), "id").ShouldBe([stored[0].ArticleId]);
        await Api.SendAsync(HttpMethod.Post, $"/v1/stories/{story}/split", new { articles = new[] { stored[1].ArticleId } }, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Similar_articles_say_why_they_are()
    {
        var stored = await Api.StoreAsync(
            Report(1, Bridge, "Herald"), Report(2, "torvik bridge pier train", "Mirror"), Report(3, Vote, "Mirror"),
            News.Article(url: "https://c.example/1", text: News.Bridge), News.Article(url: "https://d.example/1", text: News.Bridge + " Buses run every hour."));
        var similar = (await Api.ReadAsync($"/v1/articles/{stored[0].ArticleId}/similar")).GetProperty("items").EnumerateArray().Single();
        (similar.GetProperty("id").GetGuid(), similar.GetProperty("relation").GetString()).ShouldBe((stored[1].ArticleId, "story"));
        var copy = (await Api.ReadAsync($"/v1/articles/{stored[3].ArticleId}/similar?limit=1")).GetProperty("items").EnumerateArray().Single();
        (copy.GetProperty("id").GetGuid(), copy.GetProperty("relation").GetString()).ShouldBe((stored[4].ArticleId, "copy"));
        copy.GetProperty("commonText").GetInt32().ShouldBeInRange(90, 100);
    }

    [Theory]
    [InlineData("GET", "/v1/stories?member=3", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/v1/stories?members=0", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/v1/stories?from=soon", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/v1/stories?cursor=x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/v1/stories/0192d3a0-0000-7000-8000-000000000001", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/stories/0192d3a0-0000-7000-8000-000000000001?x=1", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/v1/articles/0192d3a0-0000-7000-8000-000000000001/similar", HttpStatusCode.NotFound)]
    public async Task Says_what_is_wrong_with_a_request(string method, string address, HttpStatusCode status) =>
        (await Api.SendAsync(new HttpMethod(method), address, null, status)).GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();

    private static IEnumerable<Guid> Guids(JsonElement items, string name) => items.EnumerateArray().Select(item => item.GetProperty(name).GetGuid());

    private static ArticleEnriched Report(int n, string gist, string source, int hour = 0, int words = 5, int minute = 0) => News.Article(
        url: $"https://site{n}.example/1", title: $"Report {n}", text: string.Join(' ', Enumerable.Range(0, words).Select(word => $"word{n}x{word}")),
        gist: gist, sourceTitle: source, published: News.Morning.AddHours(hour - 24), fetchedMinute: minute);
}

public sealed class StoryApiOnSqlite(PostgresFixture postgres) : StoryApiTests(DatabaseKind.Sqlite, postgres);

public sealed class StoryApiOnPostgres(PostgresFixture postgres) : StoryApiTests(DatabaseKind.Postgres, postgres);
