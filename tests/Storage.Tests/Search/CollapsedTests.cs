using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Search;

public abstract class CollapsedTests(DatabaseKind kind, PostgresFixture postgres) : ApiSuite(kind, postgres)
{
    [Fact]
    public async Task Says_how_many_copies_that_match_a_result_stands_for()
    {
        await Api.StoreAsync(Print(1, "Herald"), Print(2, "Mirror"), Print(3, "Mirror"), News.Article(url: "https://d.example/1", title: "Bridge", text: News.Bridge));
        (await CollapsedAsync("q=the&collapse=copies")).ShouldBe([("Bridge", 0), ("Print 1", 2)], ignoreOrder: true);
        (await CollapsedAsync("q=source:mirror&collapse=copies")).ShouldBe([("Print 2", 1)]);
        (await CollapsedAsync("q=source:mirror&collapse=copies&sort=relevance")).ShouldBe([("Print 2", 1)]);
        (await CollapsedAsync("q=%22print+2%22&collapse=copies")).ShouldBe([("Print 2", 0)]);
    }

    [Fact]
    public async Task Says_how_many_of_a_story_that_match_a_result_stands_for()
    {
        await Api.StoreAsync(Report(1, "torvik bridge pier crack"), Report(2, "torvik bridge pier train", "queue"), Report(3, "skarnes library vote"), Report(4, "torvik bridge pier mason", "queue"));
        (await CollapsedAsync("q=report&collapse=story")).ShouldBe([("Report 3", 0), ("Report 1", 2)]);
        (await CollapsedAsync("q=queue&collapse=story")).ShouldBe([("Report 2", 1)]);
    }

    [Theory]
    [InlineData("copies")]
    [InlineData("story")]
    public async Task Results_and_what_they_stand_for_add_up_to_all_matches(string collapse)
    {
        await Api.StoreAsync(Enumerable.Range(0, 60).Select(n => Report(n, $"alpha{n % 7} beta{n % 7} gamma{n % 7}", n % 3 == 0 ? "queue" : "")).Concat(Enumerable.Range(0, 9).Select(n => Print(n, "Herald"))));
        foreach (var query in new[] { "", "queue", "report OR harbour", "-queue", "lang:en" })
        {
            var all = (await Api.ReadAsync($"/v1/articles?q={Uri.EscapeDataString(query)}")).GetProperty("total").GetProperty("value").GetInt32();
            var (seen, cursor) = (0, "");
            do
            {
                var page = await Api.ReadAsync($"/v1/articles?q={Uri.EscapeDataString(query)}&collapse={collapse}&limit=3{cursor}");
                seen += page.GetProperty("items").EnumerateArray().Sum(item => 1 + item.GetProperty("collapsed").GetInt32());
                cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : "";
            }
            while (cursor.Length > 0);
            seen.ShouldBe(all, query);
        }
    }

    [Fact]
    public async Task A_selection_of_fields_says_it_too()
    {
        await Api.StoreAsync(Print(1, "Herald"), Print(2, "Mirror"));
        var item = (await Api.ReadAsync("/v1/articles?collapse=copies&fields=title")).GetProperty("items")[0];
        item.EnumerateObject().Select(member => $"{member.Name}={member.Value}").ShouldBe(["title=Print 1", "collapsed=1"]);
    }

    [Fact]
    public async Task Says_nothing_where_all_are_shown()
    {
        await Api.StoreAsync(Print(1, "Herald"), Print(2, "Mirror"));
        (await Api.ReadAsync("/v1/articles")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("collapsed").GetRawText()).ShouldBe(["null", "null"]);
    }

    private async Task<List<(string? Title, int Collapsed)>> CollapsedAsync(string query) =>
        [.. (await Api.ReadAsync($"/v1/articles?{query}")).GetProperty("items").EnumerateArray()
            .Select(item => (item.GetProperty("title").GetString(), item.GetProperty("collapsed").GetInt32()))];

    private static ArticleEnriched Print(int n, string source) =>
        News.Article(url: $"https://print{n}.example/1", title: $"Print {n}", sourceTitle: source);

    private static ArticleEnriched Report(int n, string gist, string word = "") => News.Article(
        url: $"https://site{n}.example/1", title: $"Report {n}", text: $"Report number {n} {word}.", gist: gist, published: News.Morning.AddMinutes(n - 600));
}

public sealed class CollapsedOnSqlite(PostgresFixture postgres) : CollapsedTests(DatabaseKind.Sqlite, postgres);

public sealed class CollapsedOnPostgres(PostgresFixture postgres) : CollapsedTests(DatabaseKind.Postgres, postgres);
