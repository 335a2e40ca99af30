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

    [Fact]
    public async Task A_drop_rule_removes_from_what_is_stored_what_no_keep_rule_before_it_meets()
    {
        await Api.StoreAsync(
            Named("Stars today", "A horoscope."), Named("Stars and taxes", "A horoscope of the budget."), Named("Rain", "It rains."));
        await AddAsync("Money", "budget", "keep", position: 1);
        var rule = await AddAsync("stars", "horoscope", "drop", position: 2);
        await AddAsync("Too late", "horoscope", "keep", position: 3);

        (await ApplyAsync(rule, null, HttpStatusCode.BadRequest)).GetProperty("detail").GetString()!.ShouldContain("preview");
        (await ApplyAsync(rule, new { remove = true }, HttpStatusCode.OK)).GetProperty("articles").GetInt32().ShouldBe(1);
        (await Api.ReadAsync("/v1/articles?sort=oldest")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString())
            .ShouldBe(["Stars and taxes", "Rain"], ignoreOrder: true);
        var entry = (await Api.ReadAsync("/v1/removals")).GetProperty("items").EnumerateArray().Single();
        (entry.GetProperty("kind").GetString(), entry.GetProperty("selection").GetString()).ShouldBe(("rule", "stars"));
        (await ApplyAsync(rule, new { remove = true }, HttpStatusCode.OK)).GetProperty("articles").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Is_applied_to_the_last_days_only_when_that_is_asked_for()
    {
        var now = TimeProvider.System.GetUtcNow();
        await Api.StoreAsync(Fetched("https://a.example/1", now.AddDays(-1)), Fetched("https://a.example/2", now.AddDays(-20)));
        var tag = await AddAsync("ports", "harbour", "tag", tag: "shipping");
        (await ApplyAsync(tag, new { days = 7 }, HttpStatusCode.OK)).GetProperty("articles").GetInt32().ShouldBe(1);
        var drop = await AddAsync("no ports", "harbour", "drop");
        (await ApplyAsync(drop, new { days = 7, remove = true }, HttpStatusCode.OK)).GetProperty("articles").GetInt32().ShouldBe(1);
        (await Api.ReadAsync("/v1/articles")).GetProperty("items").EnumerateArray().Single().GetProperty("url").GetString().ShouldBe("https://a.example/2");
        (await ApplyAsync(drop, new { days = 0, remove = true }, HttpStatusCode.BadRequest)).GetProperty("parameter").GetString().ShouldBe("days");
    }

    [Fact]
    public async Task A_keep_rule_is_not_applied_to_what_is_stored() =>
        await ApplyAsync(await AddAsync("Money", "budget", "keep"), null, HttpStatusCode.BadRequest);

    [Fact]
    public async Task Is_listed_changed_and_removed()
    {
        var rule = await AddAsync("stars", "horoscope", "drop");
        await AddAsync("ports", "harbour", "tag", tag: "shipping", position: 5);
        (await Api.ReadAsync("/v1/rules")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()).ShouldBe(["stars", "ports"]);
        var draft = new { name = "Stars", query = "horoscope OR zodiac", action = "drop", position = 9, enabled = false };
        (await Api.SendAsync(HttpMethod.Put, $"/v1/rules/{rule}", draft, HttpStatusCode.OK)).GetProperty("enabled").GetBoolean().ShouldBeFalse();
        await Api.SendAsync(HttpMethod.Put, $"/v1/rules/{rule}", draft with { name = "ports" }, HttpStatusCode.BadRequest);
        await Api.SendAsync(HttpMethod.Post, "/v1/rules", draft with { name = "ports" }, HttpStatusCode.Conflict);
        await Api.SendAsync(HttpMethod.Delete, $"/v1/rules/{rule}", null, HttpStatusCode.NoContent);
        await Api.SendAsync(HttpMethod.Delete, $"/v1/rules/{rule}", null, HttpStatusCode.NotFound);
        await Api.SendAsync(HttpMethod.Put, $"/v1/rules/{rule}", draft, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "drop", null, "query")]
    [InlineData("tax (", "drop", null, "query")]
    [InlineData("tax -story:0192d3a0-0000-7000-8000-000000000001", "drop", null, "query")]
    [InlineData("tax", "burn", null, "action")]
    [InlineData("tax", "tag", null, "tag")]
    public async Task Refuses_a_rule_that_cannot_run(string query, string action, string? tag, string parameter) =>
        (await Api.SendAsync(HttpMethod.Post, "/v1/rules", new { name = "x", query, action, tag }, HttpStatusCode.BadRequest))
            .GetProperty("parameter").GetString().ShouldBe(parameter);

    private RuleBook Book() => new(Api.Get<Database<Data.ArchiveDb>>(), new FakeTimeProvider(News.Morning));

    private Task<RuleDecision> DecideAsync(string text) => Book().DecideAsync(News.Article(title: null, text: text), CancellationToken.None);

    private async Task<string> AddAsync(string name, string query, string action, string? tag = null, int position = 0, bool enabled = true) =>
        (await Api.SendAsync(HttpMethod.Post, "/v1/rules", new { name, query, action, tag, position, enabled }, HttpStatusCode.Created)).GetProperty("id").GetString()!;

    private Task<System.Text.Json.JsonElement> ApplyAsync(string rule, object? application, HttpStatusCode status) =>
        Api.SendAsync(HttpMethod.Post, $"/v1/rules/{rule}/apply", application, status);

    private static ArticleEnriched Named(string title, string text) => News.Article(url: $"https://herald.example/{Uri.EscapeDataString(title)}", title: title, text: text);

    private static ArticleEnriched Fetched(string url, DateTimeOffset when)
    {
        var message = News.Article(url: url, title: url);
        return message with { Document = message.Document with { FetchedAt = when, Id = Guid.CreateVersion7(when) } };
    }
}

public sealed class RulesOnSqlite(PostgresFixture postgres) : RuleTests(DatabaseKind.Sqlite, postgres);

public sealed class RulesOnPostgres(PostgresFixture postgres) : RuleTests(DatabaseKind.Postgres, postgres);
