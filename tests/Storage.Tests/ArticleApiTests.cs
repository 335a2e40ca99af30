using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Testing;

namespace Dateline.Storage.Tests;

public sealed class ArticleApiTests(PostgresFixture postgres) : ApiSuite(DatabaseKind.Sqlite, postgres)
{
    [Fact]
    public async Task Searches()
    {
        await StoreAsync(News.Article());
        var page = await GetAsync("/v1/articles?q=ferries&limit=10");
        page.GetProperty("total").GetProperty("value").GetInt64().ShouldBe(1);
        page.GetProperty("total").GetProperty("kind").GetString().ShouldBe("exact");
        page.GetProperty("query").GetProperty("understood").GetString().ShouldBe("ferries");
        var item = page.GetProperty("items")[0];
        item.GetProperty("title").GetString().ShouldBe("Harbour closes for repairs");
        item.GetProperty("snippet").GetString()!.ShouldContain("<mark>Ferries</mark>");
        item.GetProperty("traceId").GetString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
    }

    [Fact]
    public async Task Shows_one_article_and_its_revisions()
    {
        var stored = await StoreAsync(News.Article());
        await StoreAsync(News.Article(title: "Changed", fetchedMinute: 1));
        var article = await GetAsync($"/v1/articles/{stored.ArticleId}");
        article.GetProperty("title").GetString().ShouldBe("Changed");
        article.GetProperty("blocks")[0].GetProperty("kind").GetString().ShouldBe("paragraph");
        article.GetProperty("documents").GetArrayLength().ShouldBe(2);
        var revisions = await GetAsync($"/v1/articles/{stored.ArticleId}/revisions");
        revisions.GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("q=tax (vote", "never closed", 4)]
    [InlineData("q=titel:x", "no field", 0)]
    [InlineData("q=tax story:bridge", "no story's id", 10)]
    [InlineData("from=yesterday", "is no date", 0)]
    [InlineData("language=english", "no language code", 0)]
    public async Task Points_at_a_mistake(string query, string title, int position)
    {
        var problem = await ProblemAsync($"/v1/articles?{query.Replace(" ", "%20")}", HttpStatusCode.BadRequest);
        problem.GetProperty("title").GetString()!.ShouldContain(title);
        problem.GetProperty("position").GetInt32().ShouldBe(position);
        problem.GetProperty("pointer").GetString()!.ShouldEndWith("^");
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("query=x", "query", "Use q, source")]
    [InlineData("q=a&q=b", "q", "Give it once")]
    [InlineData("limit=0", "limit", "1 to 200")]
    [InlineData("limit=201", "limit", "1 to 200")]
    [InlineData("sort=best", "sort", "newest or relevance")]
    [InlineData("collapse=all", "collapse", "none or copies")]
    [InlineData("cursor=!", "cursor", "exactly as it came")]
    [InlineData("cursor=AAAA", "cursor", "exactly as it came")]
    [InlineData("from=2024-05-02&to=2024-05-01", "to", "earlier date first")]
    [InlineData("to=2024%20x", "to", "year, month, day")]
    public async Task Refuses_what_it_does_not_understand(string query, string parameter, string whatToDo)
    {
        var problem = await ProblemAsync($"/v1/articles?{query}", HttpStatusCode.BadRequest);
        problem.GetProperty("parameter").GetString().ShouldBe(parameter);
        problem.GetProperty("detail").GetString()!.ShouldContain(whatToDo);
    }

    [Fact]
    public async Task Refuses_a_cursor_of_another_search()
    {
        await StoreAsync(News.Article(url: "https://a.example/1"));
        await StoreAsync(News.Article(url: "https://a.example/2"));
        var cursor = (await GetAsync("/v1/articles?q=harbour&limit=1")).GetProperty("next").GetString();
        (await GetAsync($"/v1/articles?q=harbour&limit=5&cursor={cursor}")).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await ProblemAsync($"/v1/articles?q=ferries&limit=1&cursor={cursor}", HttpStatusCode.BadRequest)).GetProperty("title").GetString()!.ShouldContain("another search");
    }

    [Fact]
    public async Task Says_what_an_unknown_id_may_be()
    {
        var problem = await ProblemAsync($"/v1/articles/{Guid.Empty}", HttpStatusCode.NotFound);
        problem.GetProperty("detail").GetString()!.ShouldContain("/v1/documents/");
    }

    [Fact]
    public async Task Describes_itself()
    {
        var api = await GetAsync("/openapi/v1.json");
        var search = api.GetProperty("paths").GetProperty("/v1/articles").GetProperty("get");
        search.GetProperty("summary").GetString().ShouldBe("Search articles");
        search.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString())
            .ShouldBe(["q", "source", "language", "from", "to", "sort", "collapse", "fields", "limit", "cursor"]);
        search.GetProperty("responses").EnumerateObject().Select(response => response.Name).ShouldBe(["200", "400"]);
    }

    private async Task<StoredArticle> StoreAsync(Contracts.ArticleEnriched message) =>
        (await Api.StoreAsync(message))[0];

    private Task<JsonElement> GetAsync(string address) => Api.ReadAsync(address);

    private async Task<JsonElement> ProblemAsync(string address, HttpStatusCode status)
    {
        using var response = await Api.Http.GetAsync(address);
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
