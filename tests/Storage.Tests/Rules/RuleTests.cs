using System.Net;
using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Storage.Rules;
using Dateline.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Storage.Tests.Rules;

public abstract class RuleTests(DatabaseKind kind, PostgresFixture postgres) : ApiSuite(kind, postgres)
{
    [Theory]
    [InlineData("horoscope", "stars")]
    [InlineData("budget horoscope", null)]
    [InlineData("budget", null)]
    public async Task The_first_keep_or_drop_that_matches_decides(string text, string? droppedBy)
    {
        await AddAsync("Money", "budget", "keep", position: 1);
        await AddAsync("stars", "horoscope", "drop", position: 2);
        (await DecideAsync(text)).DroppedBy.ShouldBe(droppedBy);
    }

    [Fact]
    public async Task Tags_add_to_the_articles_own()
    {
        await AddAsync("ports", "harbour", "tag", tag: "shipping");
        await AddAsync("off", "harbour", "tag", tag: "never", enabled: false);
        var message = News.Article();
        var tagged = (await Book().DecideAsync(message, CancellationToken.None)).Tagged(message with { Article = message.Article with { Tags = ["local"] } });
        tagged.Article.Tags.ShouldBe(["local", "shipping"]);
    }

    [Fact]
    public async Task Is_tried_on_what_was_stored_lately()
    {
        var now = TimeProvider.System.GetUtcNow();
        await Api.StoreAsync(Fetched("https://a.example/1", now.AddDays(-1)), Fetched("https://a.example/2", now.AddDays(-20)));
        var preview = await Api.SendAsync(HttpMethod.Post, "/v1/rules/preview", new { query = "harbour", days = 7 }, HttpStatusCode.OK);
        preview.GetProperty("items").EnumerateArray().Single().GetProperty("url").GetString().ShouldBe("https://a.example/1");
    }

    [Fact]
    public async Task A_tag_is_given_to_what_is_stored_and_found_there()
    {
        await Api.StoreAsync(News.Article(), News.Article(url: "https://herald.example/weather", title: "Rain", text: "It rains."));
        var rule = await AddAsync("ports", "harbour", "tag", tag: "Shipping news");
        (await Api.SendAsync(HttpMethod.Post, $"/v1/rules/{rule}/apply", null, HttpStatusCode.OK)).GetProperty("articles").GetInt32().ShouldBe(1);
        var found = await Api.ReadAsync("/v1/articles?q=tag:shipping&fields=title,tags");
        found.GetProperty("items")[0].GetProperty("tags")[0].GetString().ShouldBe("Shipping news");
        found.GetProperty("total").GetProperty("value").GetInt64().ShouldBe(1);
        (await Api.ReadAsync("/v1/articles?q=ferries")).GetProperty("total").GetProperty("value").GetInt64().ShouldBe(1);
        (await Api.SendAsync(HttpMethod.Post, $"/v1/rules/{rule}/apply", null, HttpStatusCode.OK)).GetProperty("articles").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("", "drop", null, "query")]
    [InlineData("tax (", "drop", null, "query")]
    [InlineData("tax", "burn", null, "action")]
    [InlineData("tax", "tag", null, "tag")]
    public async Task Refuses_a_rule_that_cannot_run(string query, string action, string? tag, string parameter) =>
        (await Api.SendAsync(HttpMethod.Post, "/v1/rules", new { name = "x", query, action, tag }, HttpStatusCode.BadRequest))
            .GetProperty("parameter").GetString().ShouldBe(parameter);

    private RuleBook Book() => new(Api.Get<Database<Data.ArchiveDb>>(), new FakeTimeProvider(News.Morning));

    private Task<RuleDecision> DecideAsync(string text) => Book().DecideAsync(News.Article(title: null, text: text), CancellationToken.None);

    private async Task<string> AddAsync(string name, string query, string action, string? tag = null, int position = 0, bool enabled = true) =>
        (await Api.SendAsync(HttpMethod.Post, "/v1/rules", new { name, query, action, tag, position, enabled }, HttpStatusCode.Created)).GetProperty("id").GetString()!;

    private static ArticleEnriched Fetched(string url, DateTimeOffset when)
    {
        var message = News.Article(url: url, title: url);
        return message with { Document = message.Document with { FetchedAt = when, Id = Guid.CreateVersion7(when) } };
    }
}

public sealed class RulesOnSqlite(PostgresFixture postgres) : RuleTests(DatabaseKind.Sqlite, postgres);

public sealed class RulesOnPostgres(PostgresFixture postgres) : RuleTests(DatabaseKind.Postgres, postgres);
