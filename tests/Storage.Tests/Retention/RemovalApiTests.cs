using System.Net;
using System.Text.Json;
using Dateline.Persistence;
using Dateline.Storage.Retention;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Retention;

public abstract class RemovalApiTests(DatabaseKind kind, PostgresFixture postgres) : ApiSuite(kind, postgres)
{
    private static readonly Guid Source = Guid.Parse("0192d3a0-0000-7000-8000-000000000001");

    [Fact]
    public async Task Removes_by_id_source_and_address_and_logs_each()
    {
        var stored = await Api.StoreAsync(
            Numbered(1), Numbered(2, Source), Numbered(3, Source), Numbered(4), Numbered(5));
        (await RemoveAsync($"/v1/articles/{stored[0].ArticleId}?reason=court%20order%2012")).ShouldBe(1);
        (await RemoveAsync($"/v1/articles?source={Source}&reason=contract%20ended")).ShouldBe(2);
        (await RemoveAsync("/v1/articles?url=https%3A%2F%2Fherald.example%2F4&reason=privacy")).ShouldBe(1);

        (await Api.ReadAsync("/v1/articles")).GetProperty("items").EnumerateArray().Single().GetProperty("title").GetString().ShouldBe("Number 5");
        (await Api.ReadAsync("/v1/removals")).GetProperty("items").EnumerateArray()
            .Select(entry => (Text(entry, "kind"), Text(entry, "selection"), Text(entry, "reason"), entry.GetProperty("articles").GetInt32()))
            .ShouldBe(
            [
                ("url", "https://herald.example/4", "privacy", 1), ("source", Source.ToString(), "contract ended", 2),
                ("id", stored[0].ArticleId.ToString(), "court order 12", 1),
            ]);
    }

    [Fact]
    public async Task What_was_removed_is_retracted_and_stays_away()
    {
        var stored = (await Api.StoreAsync(Numbered(1)))[0];
        var position = (await Api.ReadAsync("/v1/changes?after=0")).GetProperty("next").GetInt64();
        await RemoveAsync($"/v1/articles/{stored.ArticleId}?reason=privacy");

        var change = (await Api.ReadAsync($"/v1/changes?after={position}")).GetProperty("items").EnumerateArray().Single();
        (Text(change, "kind"), change.GetProperty("articleId").GetGuid()).ShouldBe(("retracted", stored.ArticleId));
        (await Api.StoreAsync(News.Article(url: "https://herald.example/1", title: "Polled again", fetchedMinute: 60)))[0].Reason!.ShouldContain("privacy");
        await Api.SendAsync(HttpMethod.Get, $"/v1/articles/{stored.ArticleId}", null, HttpStatusCode.NotFound);
        await Api.SendAsync(HttpMethod.Get, $"/v1/articles/{stored.ArticleId}/revisions", null, HttpStatusCode.NotFound);
        await Api.SendAsync(HttpMethod.Delete, $"/v1/articles/{stored.ArticleId}?reason=again", null, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Retention_is_set_listed_applied_and_dropped()
    {
        await Api.StoreAsync(Numbered(1, Source), Numbered(2, Source, tags: ["court"]), Numbered(3));
        var rule = await Api.SendAsync(HttpMethod.Post, "/v1/retention", new { sourceId = Source, days = 30 }, HttpStatusCode.OK);
        await Api.SendAsync(HttpMethod.Post, "/v1/retention", new { tag = "Court", days = 36_500 }, HttpStatusCode.OK);
        (await Api.ReadAsync("/v1/retention")).GetProperty("items").GetArrayLength().ShouldBe(2);

        (await Api.Get<RetentionRules>().ApplyAsync(CancellationToken.None)).ShouldBe(1);
        (await Api.ReadAsync("/v1/articles?sort=oldest")).GetProperty("items").EnumerateArray().Select(item => Text(item, "title")).ShouldBe(["Number 2", "Number 3"]);
        Text((await Api.ReadAsync("/v1/removals")).GetProperty("items")[0], "by")!.ShouldContain(Text(rule, "id")!);
        (await Api.StoreAsync(News.Article(url: "https://herald.example/1", title: "Polled again", fetchedMinute: 60)))[0].Reason!.ShouldContain("not stored again");

        await Api.SendAsync(HttpMethod.Delete, $"/v1/retention/{Text(rule, "id")}", null, HttpStatusCode.NoContent);
        await Api.SendAsync(HttpMethod.Delete, $"/v1/retention/{Text(rule, "id")}", null, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/v1/articles/0192d3a0-0000-7000-8000-000000000001", HttpStatusCode.BadRequest)]
    [InlineData("/v1/articles/0192d3a0-0000-7000-8000-000000000001?reason=x", HttpStatusCode.NotFound)]
    [InlineData("/v1/articles?reason=x", HttpStatusCode.BadRequest)]
    [InlineData("/v1/articles?source=herald&reason=x", HttpStatusCode.BadRequest)]
    [InlineData("/v1/articles?q=everything&reason=x", HttpStatusCode.BadRequest)]
    [InlineData("/v1/articles?source=0192d3a0-0000-7000-8000-000000000001&url=u&reason=x", HttpStatusCode.BadRequest)]
    [InlineData("/v1/articles?url=https://nowhere.example/&reason=x", HttpStatusCode.NotFound)]
    public async Task Removes_nothing_unless_it_is_clear_what_and_why(string address, HttpStatusCode status)
    {
        await Api.StoreAsync(Numbered(1));
        (await Api.SendAsync(HttpMethod.Delete, address, null, status)).GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        (await Api.ReadAsync("/v1/articles")).GetProperty("total").GetProperty("value").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Refuses_a_retention_rule_that_is_not_clear()
    {
        await Api.SendAsync(HttpMethod.Post, "/v1/retention", new { days = 30 }, HttpStatusCode.BadRequest);
        await Api.SendAsync(HttpMethod.Post, "/v1/retention", new { tag = "a", sourceId = Source, days = 30 }, HttpStatusCode.BadRequest);
        await Api.SendAsync(HttpMethod.Post, "/v1/retention", new { tag = "a", days = 0 }, HttpStatusCode.BadRequest);
    }

    private async Task<int> RemoveAsync(string address) => (await Api.SendAsync(HttpMethod.Delete, address, null, HttpStatusCode.OK)).GetProperty("articles").GetInt32();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static Contracts.ArticleEnriched Numbered(int n, Guid? source = null, string[]? tags = null) => News.Article(
        url: $"https://herald.example/{n}", title: $"Number {n}", text: $"The text of number {n}.", sourceId: source, tags: tags, fetchedMinute: n);
}

public sealed class RemovalApiOnSqlite(PostgresFixture postgres) : RemovalApiTests(DatabaseKind.Sqlite, postgres);

public sealed class RemovalApiOnPostgres(PostgresFixture postgres) : RemovalApiTests(DatabaseKind.Postgres, postgres);
