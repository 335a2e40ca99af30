using System.Text.Json;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Delivery;

public abstract class ExportTests(DatabaseKind kind, PostgresFixture postgres) : ApiSuite(kind, postgres)
{
    [Fact]
    public async Task Writes_every_match_and_nothing_else()
    {
        await Api.StoreAsync(Enumerable.Range(0, 450).Select(n => Numbered(n, n % 2 == 0 ? "even" : "odd")));
        var lines = await LinesAsync("/v1/export?q=even&fields=id,title");
        lines.Count.ShouldBe(225);
        lines.Select(line => line.GetProperty("title").GetString()).ShouldBe(Enumerable.Range(0, 225).Select(n => $"Number {2 * n}"));
        lines[0].EnumerateObject().Select(member => member.Name).ShouldBe(["cursor", "id", "title"]);
    }

    [Fact]
    public async Task Goes_on_after_the_last_whole_line()
    {
        await Api.StoreAsync(Enumerable.Range(0, 9).Select(n => Numbered(n, "text")));
        var whole = await Api.Http.GetStringAsync("/v1/export?fields=title");
        var broken = whole[..(whole.Length / 2)];
        var kept = broken[..(broken.LastIndexOf('\n') + 1)];
        var cursor = JsonDocument.Parse(kept.TrimEnd().Split('\n')[^1]).RootElement.GetProperty("cursor").GetString();
        (kept + await Api.Http.GetStringAsync($"/v1/export?fields=title&after={cursor}")).ShouldBe(whole);
    }

    [Fact]
    public async Task Its_position_leads_on_to_the_changes_after_it()
    {
        await Api.StoreAsync(Numbered(0, "text"));
        using var export = await Api.Http.GetAsync("/v1/export");
        await Api.StoreAsync(Numbered(1, "text"));
        var changes = await Api.ReadAsync($"/v1/changes?after={export.Headers.GetValues("Dateline-Position").Single()}");
        changes.GetProperty("items").EnumerateArray().Select(change => change.GetProperty("article").GetProperty("title").GetString()).ShouldBe(["Number 1"]);
    }

    [Fact]
    public async Task A_table_runs_no_formula()
    {
        await Api.StoreAsync(News.Article(title: "=HYPERLINK(\"http://evil.example\")", text: "@SUM(1), plain", authors: ["+1", "Ann"], language: "en"));
        var table = await Api.Http.GetStringAsync("/v1/export?format=csv&fields=title,text,authors,language");
        table.ReplaceLineEndings("\n").Split('\n')[0].ShouldBe("cursor,title,text,authors,language");
        table.ShouldContain(",\"'=HYPERLINK(\"\"http://evil.example\"\")\",\"'@SUM(1), plain\",\"'+1; Ann\",en\r\n");
    }

    private async Task<List<JsonElement>> LinesAsync(string address) =>
        [.. (await Api.Http.GetStringAsync(address)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static Contracts.ArticleEnriched Numbered(int n, string word) =>
        News.Article(url: $"https://herald.example/{n}", title: $"Number {n}", text: $"The {word} of number {n}.");
}

public sealed class ExportOnSqlite(PostgresFixture postgres) : ExportTests(DatabaseKind.Sqlite, postgres);

public sealed class ExportOnPostgres(PostgresFixture postgres) : ExportTests(DatabaseKind.Postgres, postgres);
